import type { ConversationKind } from '../../../shared/inbox/inbox-item.ts'

/** What one client's month is made of. Days count from today, negative ones are over. */
export interface ClientTexts {
  readonly name: string
  readonly handles: { readonly bluesky: string; readonly mastodon: string; readonly wordpress: string }
  readonly posts: readonly { readonly day: number; readonly time: string; readonly text: string; readonly on: string; readonly images?: number }[]
  readonly drafts: readonly string[]
  readonly alt: string
  readonly feed: { readonly title: string; readonly folder: string; readonly query: string; readonly items: readonly { readonly title: string; readonly text: string; readonly hoursAgo: number }[] }
  readonly talks: readonly { readonly from: string; readonly handle: string; readonly kind: ConversationKind; readonly on: 'bluesky' | 'mastodon'; readonly hoursAgo: number; readonly texts: readonly string[] }[]
}

export const frenchClient: ClientTexts = {
  name: 'Le Comptoir des Marées',
  handles: { bluesky: '@comptoir-marees.bsky.social', mastodon: '@comptoir@mastodon.example', wordpress: 'comptoir-des-marees.example' },
  alt: 'La devanture bleue de la librairie-café, au petit matin',
  posts: [
    { day: -16, time: '09:00', text: 'La nouvelle carte d’automne est là : chocolat au sarrasin, cidre chaud et tarte aux coings.', on: 'bm', images: 2 },
    { day: -12, time: '18:30', text: 'Ce soir à 19 h, Anaïs Le Goff lit les premières pages de « La Houle ». Entrée libre.', on: 'bm' },
    { day: -9, time: '08:15', text: 'Rayon jeunesse : trois albums pour les soirs de pluie, choisis par Maël (7 ans).', on: 'bmw', images: 1 },
    { day: -4, time: '12:00', text: 'Rupture de stock sur les marque-pages en liège. Ils reviennent jeudi !', on: 'm' },
    { day: -1, time: '17:45', text: 'Merci aux cinquante personnes venues hier malgré le vent. Les photos arrivent demain.', on: 'bm', images: 3 },
    { day: 0, time: '12:30', text: 'Le plat du jour : soupe de poireaux au haddock, 9 €. Servi jusqu’à épuisement.', on: 'bm', images: 1 },
    { day: 0, time: '18:00', text: 'Fermeture exceptionnelle lundi matin : inventaire. Réouverture à 14 h.', on: 'bm' },
    { day: 2, time: '09:00', text: 'Atelier reliure dimanche : il reste deux places. Inscription au comptoir ou par message.', on: 'bm' },
    { day: 3, time: '09:00', text: 'Cinq polars bretons à offrir à quelqu’un qui n’aime pas les polars.', on: 'bmw', images: 1 },
    { day: 3, time: '11:30', text: 'On cherche un·e libraire pour décembre. Temps partiel, bonne humeur exigée.', on: 'bm' },
    { day: 3, time: '14:00', text: 'Arrivage : cafés de la brûlerie de Concarneau, torréfiés mardi.', on: 'b', images: 1 },
    { day: 3, time: '17:00', text: 'Quiz : dans quel roman boit-on le meilleur chocolat chaud ? Réponses en commentaire.', on: 'm' },
    { day: 3, time: '19:00', text: 'Club de lecture : ce soir « Les Vagues ». On garde une chaise pour les retardataires.', on: 'bm' },
    { day: 6, time: '10:00', text: 'Le catalogue de Noël est imprimé. Passez le prendre, ou feuilletez-le en ligne.', on: 'bmw', images: 2 },
    { day: 9, time: '08:30', text: 'Premier dimanche de l’Avent : ouverture de 10 h à 18 h, vin chaud offert.', on: 'bm', images: 1 }
  ],
  drafts: ['Portrait : Soizic, trente ans de librairie et autant de tempêtes', 'Idée : une vitrine faite par les lecteurs ?', 'Merci à la Brûlerie pour le café du samedi'],
  feed: {
    title: 'La Gazette du littoral',
    folder: 'Presse locale',
    query: 'librairie* OR "Le Comptoir"',
    items: [
      { title: 'Ces librairies qui tiennent bon face à la mer', text: 'De Douarnenez à Roscoff, cinq librairies indépendantes racontent leur hiver. Au Comptoir des Marées, on lit à voix haute le jeudi.', hoursAgo: 2 },
      { title: 'Travaux du port : la circulation change lundi', text: 'Le quai sera fermé aux voitures jusqu’au 15 décembre ; les piétons passent par le môle.', hoursAgo: 5 },
      { title: 'Un festival du polar pour le printemps', text: 'Douze auteurs sont attendus en avril. La liste complète sera connue en janvier.', hoursAgo: 26 }
    ]
  },
  talks: [
    { from: 'Yann Kermarrec', handle: '@yann.bsky.social', kind: 'comment', on: 'bluesky', hoursAgo: 0.4, texts: ['La tarte aux coings, c’est tous les jours ou seulement le week-end ? Je viens de loin, je ne voudrais pas la rater 😄'] },
    { from: 'Odile Tanguy', handle: '@odile@piaille.example', kind: 'message', on: 'mastodon', hoursAgo: 1.2, texts: ['Bonjour, ma commande du 3 novembre n’est toujours pas arrivée. Pouvez-vous regarder ?', 'C’était deux exemplaires de « La Houle », payés en ligne.'] },
    { from: 'Médiathèque de Douarnenez', handle: '@mediatheque.bsky.social', kind: 'mention', on: 'bluesky', hoursAgo: 3, texts: ['Coup de cœur de la semaine chez nos voisins @comptoir-marees.bsky.social : courez-y !'] },
    { from: 'Gildas', handle: '@gildas@mastodon.example', kind: 'comment', on: 'mastodon', hoursAgo: 6, texts: ['Encore fermé lundi ? Ça fait deux fois ce mois-ci…'] },
    { from: 'Inès Roué', handle: '@ines.bsky.social', kind: 'message', on: 'bluesky', hoursAgo: 20, texts: ['Est-ce que l’atelier reliure convient à une enfant de dix ans ?'] },
    { from: 'Corentin B.', handle: '@corentin@mastodon.example', kind: 'comment', on: 'mastodon', hoursAgo: 27, texts: ['Superbe soirée, merci à Anaïs et à toute l’équipe !'] },
    { from: 'Promo Followers', handle: '@boost4you.bsky.social', kind: 'mention', on: 'bluesky', hoursAgo: 30, texts: ['Gagnez 10 000 abonnés en une semaine, contactez-nous @comptoir-marees.bsky.social'] },
    { from: 'Maëlle Quéré', handle: '@maelle@mastodon.example', kind: 'comment', on: 'mastodon', hoursAgo: 49, texts: ['Vous livrez à Brest ?'] }
  ]
}

export const englishClient: ClientTexts = {
  name: 'Tideline Books & Coffee',
  handles: { bluesky: '@tideline.bsky.social', mastodon: '@tideline@mastodon.example', wordpress: 'tideline-books.example' },
  alt: 'The blue front of the bookshop early in the morning',
  posts: [
    { day: -16, time: '09:00', text: 'The autumn menu is here: buckwheat hot chocolate, warm cider and quince tart.', on: 'bm', images: 2 },
    { day: -12, time: '18:30', text: 'Tonight at seven, Ann Trelawny reads the first pages of “The Swell”. Free entry.', on: 'bm' },
    { day: -9, time: '08:15', text: 'Three picture books for rainy evenings, chosen by Max (7).', on: 'bmw', images: 1 },
    { day: -4, time: '12:00', text: 'We are out of cork bookmarks. They will be back on Thursday!', on: 'm' },
    { day: -1, time: '17:45', text: 'Thank you to the fifty people who came in spite of the wind. Pictures tomorrow.', on: 'bm', images: 3 },
    { day: 0, time: '12:30', text: 'Today’s lunch: leek and haddock soup, £7.50, while it lasts.', on: 'bm', images: 1 },
    { day: 0, time: '18:00', text: 'Closed on Monday morning for stocktaking. Open again from two o’clock.', on: 'bm' },
    { day: 2, time: '09:00', text: 'Bookbinding workshop on Sunday: two places left. Ask at the counter or write to us.', on: 'bm' },
    { day: 3, time: '09:00', text: 'Five crime novels to give to somebody who does not like crime novels.', on: 'bmw', images: 1 },
    { day: 3, time: '11:30', text: 'We are looking for a bookseller for December. Part time, good humour required.', on: 'bm' },
    { day: 3, time: '14:00', text: 'Just in: coffee from the harbour roastery, roasted on Tuesday.', on: 'b', images: 1 },
    { day: 3, time: '17:00', text: 'Quiz: in which novel do they drink the best hot chocolate? Answers below.', on: 'm' },
    { day: 3, time: '19:00', text: 'Book club: “The Waves” tonight. We keep a chair for latecomers.', on: 'bm' },
    { day: 6, time: '10:00', text: 'The Christmas catalogue is printed. Come and get one, or leaf through it online.', on: 'bmw', images: 2 },
    { day: 9, time: '08:30', text: 'First Sunday of Advent: open from ten to six, mulled wine on the house.', on: 'bm', images: 1 }
  ],
  drafts: ['Portrait: Sally, thirty years of bookselling and as many storms', 'Idea: a window made by readers?', 'Thanks to the roastery for Saturday’s coffee'],
  feed: {
    title: 'The Coast Gazette',
    folder: 'Local press',
    query: 'bookshop* OR "Tideline"',
    items: [
      { title: 'The bookshops that stand up to the sea', text: 'Five independent bookshops along the coast tell of their winter. At Tideline, Thursdays are for reading aloud.', hoursAgo: 2 },
      { title: 'Harbour works: traffic changes on Monday', text: 'The quay is closed to cars until 15 December; walkers go by the mole.', hoursAgo: 5 },
      { title: 'A crime festival for the spring', text: 'Twelve authors are expected in April. The full list will be known in January.', hoursAgo: 26 }
    ]
  },
  talks: [
    { from: 'John Pascoe', handle: '@john.bsky.social', kind: 'comment', on: 'bluesky', hoursAgo: 0.4, texts: ['Is the quince tart on every day or only at weekends? I come a long way and would hate to miss it 😄'] },
    { from: 'Olive Tregenza', handle: '@olive@social.example', kind: 'message', on: 'mastodon', hoursAgo: 1.2, texts: ['Hello, my order of 3 November still has not arrived. Could you have a look?', 'It was two copies of “The Swell”, paid online.'] },
    { from: 'Harbour Library', handle: '@library.bsky.social', kind: 'mention', on: 'bluesky', hoursAgo: 3, texts: ['This week’s favourite comes from our neighbours @tideline.bsky.social: go and see!'] },
    { from: 'Hector', handle: '@hector@mastodon.example', kind: 'comment', on: 'mastodon', hoursAgo: 6, texts: ['Closed on Monday again? That is the second time this month…'] },
    { from: 'Ines Rowe', handle: '@ines.bsky.social', kind: 'message', on: 'bluesky', hoursAgo: 20, texts: ['Would the bookbinding workshop suit a ten-year-old?'] },
    { from: 'Corey B.', handle: '@corey@mastodon.example', kind: 'comment', on: 'mastodon', hoursAgo: 27, texts: ['What a lovely evening, thanks to Ann and all of you!'] },
    { from: 'Promo Followers', handle: '@boost4you.bsky.social', kind: 'mention', on: 'bluesky', hoursAgo: 30, texts: ['Get 10,000 followers in a week, write to us @tideline.bsky.social'] },
    { from: 'May Quick', handle: '@may@mastodon.example', kind: 'comment', on: 'mastodon', hoursAgo: 49, texts: ['Do you deliver to Brighton?'] }
  ]
}
