import type { Phrases } from '../phrase-kind.ts'

/** Mentions away from our posts, private messages, and what comes back to an answer, in English. */
export const englishTalk: Pick<
  Phrases,
  'mentionPraise' | 'mentionComplaint' | 'mentionQuestion' | 'mentionPress' | 'mentionRival' | 'messageQuestion' | 'messageComplaint' | 'messageOrder' | 'messageBusiness' | 'followUpThanks' | 'followUpAngry' | 'followUpResolved' | 'followUpMore'
> = {
  mentionPraise: [
    'Perfect morning at {shop}: {drink}, {book}, and nobody on the phone.',
    'If you’re on the harbour, stop at {shop}. You can thank me later.',
    'Today’s discovery, thanks to {shop}: {author}. Dropped everything to read.',
    'Small pleasures: {pastry} at {shop}.',
    'My secret spot is no longer secret: {shop}. Just leave me a table.',
    'Somebody gave me {blend} from {shop}. The whole office smells wonderful.',
    'Went to {event} at {shop} last night. What an evening, what a team.',
    'Three days of reading outside {shop}. Life is good.'
  ],
  mentionComplaint: [
    'Went to {shop} on {day}: half an hour for a coffee. Shame, I used to like it.',
    'Has anyone managed to reach {shop} by phone this week?',
    'Ten days and no sign of my order from {shop}. Getting worried.',
    'Not impressed by {shop} this morning: frosty welcome, lukewarm coffee.',
    'So {shop} just closes without telling anyone. That was two buses.'
  ],
  mentionQuestion: [
    'Does anyone know whether {shop} still does the {day} workshops?',
    'Does {shop} allow dogs?',
    'Is {shop} any good for working quietly on {day}?',
    'Can you hire {shop} for a birthday?',
    'Does {shop} sell green beans?'
  ],
  mentionPress: [
    'Writing a piece on café-bookshops: {shop}, could you spare ten minutes this week?',
    'Out on {day}: a portrait of {shop}, or how to roast coffee among novels.',
    'Question for {shop}: is a second shop really planned?',
    'Looking into the price of coffee in town. {shop} is among the places named. Any comment?'
  ],
  mentionRival: [
    'We have good books too: the manuals of our machines 😉 Have a good week, {shop}.',
    'Coffee of the month, £7.90 for 250 g at ours. Compare with {shop}.',
    'Nice idea, {shop}. We had it in 2015, but nice idea.',
    'See you at the roasting contest, {shop}?'
  ],
  messageQuestion: [
    'Hello, could I book a table for six on {day} at {hour}?',
    'Hello, I think I left a green scarf with you on {day}. Did it turn up?',
    'Good evening, do you run workshops for a team of twelve?',
    'Hello, I need {book} for a birthday tomorrow. Is it on the shelf?',
    'Hello, is {pastry} all right for somebody who can’t have lactose?',
    'Hello, do you take donated books? I have three boxes of novels in good shape.',
    'Hello, is there room for a pushchair on {day} morning?',
    'Good evening, do you do coffee subscriptions? A bag a month, say.',
    'Hello, I would like to give somebody a workshop. How does that work?',
    'Hello, my daughter is looking for work experience in February. Do you take students?'
  ],
  messageComplaint: [
    'Hello, I was charged twice on {day} for {drink}. Could you check?',
    'Hello, the parcel that came this morning isn’t what I ordered.',
    'I’d rather say this here: the remark made to my son on {day} was out of order.',
    'Hello, still no news of the order I placed two weeks ago.',
    'Hello, I had a reaction after {pastry}. Could you send me the ingredients?',
    'Your own gift card was refused in your own shop. What now?'
  ],
  messageOrder: [
    'Hello, could you put two bags of {blend} aside? I’ll come by {day}.',
    'Hello, I’d like to order {book}, two copies if possible.',
    'Hello, a kilo of {blend} ground for filter, could I have it by {day}?',
    'Good evening, two places for {event} please, under Hartnell.',
    'Hello, ten small bags of {blend} for a wedding in May, do you do that?'
  ],
  messageBusiness: [
    'Hello, I’m a designer and would love to draw your next poster. Who should I write to?',
    'Hello, our charity is looking for a place for a public reading. Would you be interested?',
    'Hello, I work for a small press. May I come and show you our list?',
    'Hello, barista for four years, looking for work from January.',
    'Hello, would you like to swap some visibility with our flower shop?',
    'Hello, we run a makers’ market and there’s a pitch left next to yours.'
  ],
  followUpThanks: [
    'Thanks for the quick answer!',
    'Great, thanks, noted.',
    'Perfect, see you {day} then!',
    'Thank you, that’s very clear.',
    'You’re the best, thanks.',
    'Brilliant, thanks for that 😊',
    'Oh, good news. Thank you!',
    'Thanks for taking the time.',
    'That’s kind, have a good day all of you.',
    'Spot on. I’ll drop in this week.'
  ],
  followUpAngry: [
    'So, basically, my problem. Thanks a lot.',
    'That’s not an answer.',
    'The same stock phrase every time. I wanted a solution.',
    'Not convinced. We’ll see.',
    'And the refund, when do we talk about that?',
    'Easy to say afterwards.',
    'Sorry, but that fixes nothing.'
  ],
  followUpResolved: [
    'Thanks for getting back to me, that’s sorted.',
    'All good now, thanks. I was a bit sharp, I take it back.',
    'Received, and thank you for the gesture. No hard feelings!',
    'Fair enough, I appreciate the answer. I’ll be back.',
    'Thank you, I didn’t expect that much care.',
    'See, it all works out when somebody answers. Thanks.',
    'Problem solved, and I’m saying so in public. Well done.'
  ],
  followUpMore: [
    'Thanks! Does that go for {day} as well?',
    'OK. And the same for two people?',
    'Thanks. So should we book?',
    'Ah, lovely. And do you have {drink} too?',
    'Noted! Last question: do you take cards?',
    'Thanks, and do you know when {book} arrives?'
  ]
}
