import type { MonthFeed } from '../month-data.ts'

/** Invented papers, blogs and shops. First number: hours before the month was made; below zero it is still to come out. */
export const englishFeeds: readonly MonthFeed[] = [
  {
    slug: 'harbour-echo', format: 'rss', title: 'The Harbour Echo', description: 'Bristol and the harbour, every day.', folder: 'Local press', author: 'City desk',
    items: [
      [-30, 'Winter terraces allowed on the harbourside until March', 'The council extends the permits; some twenty cafés are concerned.'],
      [-6, 'Harbour ferry suspended on Sunday morning', 'Night works overrun; a replacement bus every ten minutes.'],
      [3, 'The shops that open on Sunday mornings', 'Bakers, florists, booksellers: a tour of the early risers.'],
      [16, 'A second café-bookshop on the island? Rumours fly', 'Several traders mention a plan; those concerned do not confirm.'],
      [39, 'Swing bridge closed to cars for three nights', 'People on foot and on bicycles can still cross.'],
      [63, '“We roast between two novels”: meet Halyard & Page', 'Portrait of a roastery where people come to read as much as to drink coffee.'],
      [88, 'St Nicholas market moves to winter hours', 'Half an hour later from Tuesday.'],
      [135, 'Best shop windows: the winners', 'The jury picked a cobbler, a florist and a bookshop.'],
      [182, 'Coffee: why the cup costs more', 'Harvests, freight, energy: local roasters explain their prices.'],
      [230, 'Twelve groups that bring a street to life', 'Readings, repair cafés, choirs: this month’s guide.'],
      [298, 'Flooding: the Avon under watch', 'The peak is expected midweek, with no danger to the quays.'],
      [361, 'A prize for a local novelist', 'Nell Harcourt honoured for “The Ferryman’s Almanac”.'],
      [440, 'Traffic: Carpenters’ Lane becomes one-way', 'A six-month trial asked for by residents.'],
      [522, 'Open studios this weekend', 'Thirty workshops, from pottery to violin making.'],
      [640, 'The library now lends games and seeds', '“We lend everything but the cats”, says the librarian.']
    ]
  },
  {
    slug: 'small-shops', format: 'atom', title: 'Small Shops', description: 'A newsletter about places with a door that jingles, by Sofia.', folder: 'Local press', author: 'Sofia Lind',
    items: [
      [12, 'Ten benches for reading in the rain', 'From the softest to the brightest, a very subjective list.'],
      [70, 'Sunday brunch: I tried seven', 'Halyard & Page’s 8.52 croissant won, by a crumb.'],
      [130, 'Where to print photographs without ruin', 'Three places and one tip: choose matt.'],
      [175, 'Poetry is doing fine, thank you', 'Back from a packed open mic on the harbour.'],
      [240, 'My favourite florists', 'Seasonal bunches and people who explain.'],
      [300, 'A Sunday in Clifton', 'Bridge, park, cake. In that order.'],
      [365, 'Quiet cafés to work in', 'Five with sockets, silence and good cake.'],
      [430, 'The makers’ market is back', 'What I’ll look at, and what I won’t buy (promise).'],
      [490, 'Little bookshops, large pleasures', 'Four independents who really advise you.'],
      [560, 'September: my address book', 'Thirty places, one map, and Halyard & Page on the front.'],
      [625, 'Spending winter in the botanic garden', 'The glasshouses, a flask, a novel.'],
      [690, 'Why this newsletter', 'Ten years already. Thank you.']
    ]
  },
  {
    slug: 'bean-and-cup', format: 'rss', title: 'Bean & Cup', description: 'The letter of independent roasters.', folder: 'Coffee', author: 'Trade letter',
    items: [
      [-50, 'Regional roasting contest: entries open', 'Twenty places, three rounds, a jury of drinkers.'],
      [8, 'Green coffee price: a small easing', 'March contracts fall 2.1% after eight weeks of increase.'],
      [55, 'Plant milk: the end of the surcharge?', 'A third of the cafés asked dropped it this year.'],
      [100, 'Guatemala: small harvest, great coffee', 'Only eight sacks for some mountain co-ops.'],
      [148, 'Water: what a filter cartridge changes', 'Measured in six cities, Bristol among them.'],
      [205, 'Roaster down: the list to keep at hand', 'Wearing parts, suppliers, lead times.'],
      [262, 'Labels: what has to be on them', 'Origin, date, batch: the rules once more.'],
      [318, 'Decaf: back in favour', 'Sales have doubled in three years among independents.'],
      [372, 'Train a barista in six weeks', 'The programme of a small shop that wrote it all down.'],
      [425, 'Returning bags: first results', 'Four customers in ten bring them back.'],
      [480, 'Explaining a coffee price increase to customers', 'Openness, patience, and a free cup.'],
      [545, 'Ethiopia: the season begins', 'First samples, very clear floral notes.'],
      [610, 'Grinder noise: models compared', 'Up to 14 decibels apart.'],
      [680, 'What to remember of the trade fair', 'Fewer machines, more gentle brewing.']
    ]
  },
  {
    slug: 'spines', format: 'atom', title: 'Spines', description: 'The life of independent bookshops.', folder: 'Books', author: 'Spines',
    items: [
      [5, 'Booksellers’ prize of the West: the shortlist', 'Eight titles, among them “What the Gulls Know” by Kofi Brandt.'],
      [45, 'Second-hand: should you?', 'Three shops talk about their used shelf.'],
      [92, 'Crime is on top', 'One book in five sold this quarter.'],
      [140, 'Readings: how to fill forty chairs', 'Seven tips from booksellers who turn people away.'],
      [196, 'Sylvie Trelawney: “I write with the tide”', 'Interview with the author of “Small Grammar of Tides”.'],
      [250, 'Book tokens: new rules in January', 'What changes at the till.'],
      [306, 'Picture books: ten gems for winter', '“Goodnight, Little Trawler” among them.'],
      [355, 'Postage: where things stand', 'Sending books, an overview.'],
      [410, 'Bookshop and café: a marriage of reason', 'Margins, hours, insurance: what to know first.'],
      [470, 'Book clubs are overflowing', 'Waiting lists in one shop out of three.'],
      [530, 'Work experience: taking a student', 'Agreements, tasks, length: our sheet.'],
      [590, 'Looking back on autumn', '459 novels, and you?'],
      [655, 'Documentary comics are a hit', 'Five to have on the shelf.']
    ]
  },
  {
    slug: 'whats-on', format: 'rss', title: 'What’s On, Harbourside', description: 'Concerts, readings, markets, workshops.', folder: 'Local press', author: 'Listings',
    items: [
      [-72, 'Saturday: brass band on the quays', 'From 3 pm, starting at Carpenters’ Lane.'],
      [-20, 'Thursday: Sylvie Trelawney at Halyard & Page', 'Reading at 7, free entry.'],
      [10, 'Sunday: plant swap', 'Cuttings and seeds in the square.'],
      [50, 'Coffee tasting on Saturday', 'Three methods, twelve places, free.'],
      [98, 'Concert in the chapel', 'Quartet and readings, pay what you like.'],
      [150, 'Book club, open to all', 'Every Thursday at 6.30 on the harbour.'],
      [210, 'Kofi Brandt meets his readers', 'An evening with the book club.'],
      [268, 'Makers’ market', 'Forty stalls, four potters among them.'],
      [330, 'Open-mic poetry', 'Three minutes, one microphone.'],
      [395, 'Latte art workshop', 'Eight people, sign up at the counter.'],
      [455, 'Night of the libraries', 'Stories under a blanket until 11.'],
      [515, 'Nell Harcourt signs her novel', '“The Ferryman’s Almanac”, at 7.'],
      [575, 'Story hour', 'Wednesday 4 pm, from age 4.'],
      [650, 'Street jumble sale', 'A hundred stalls, coffee from the parents.']
    ]
  },
  {
    slug: 'dockside-roast', format: 'rss', title: 'Dockside Roast: the notebook', description: 'News from Dockside Roast Co, since 2004.', folder: 'Competition', author: 'Dockside Roast Co',
    items: [
      [-14, 'Buy two bags, the third half price', 'Until Sunday, on everything.'],
      [28, 'Our coffee of the month: Peru, £7.90', 'Round, chocolatey, easy to live with.'],
      [82, 'Subscriptions: your coffee every two weeks', 'By bike all over town, no strings.'],
      [145, 'We’re hiring a roaster', 'Full time, training given.'],
      [215, 'A spare belt', 'Neighbours help each other: good luck to our friends on the harbour.'],
      [280, 'Brewing workshop: new dates', 'Three Saturdays, £30 each.'],
      [350, 'Why we roast for eighteen minutes', 'The taste of taking time.'],
      [420, 'Loyalty card: ten cups, the eleventh on us', 'At the counter.'],
      [500, 'Covered, heated terrace', 'Thirty more seats for winter.'],
      [585, 'Our autumn blend', 'Walnut, caramel, a touch of cinnamon.'],
      [670, 'We’ll be at the trade fair', 'Come and see us, aisle C.']
    ]
  }
]
