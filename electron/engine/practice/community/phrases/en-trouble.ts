import type { Phrases } from '../phrase-kind.ts'

/** Under a post, in English, cross or worse. */
export const englishTrouble: Pick<Phrases, 'complaintService' | 'complaintProduct' | 'complaintPrice' | 'insult' | 'moderate' | 'spam' | 'crisis' | 'impatience'> = {
  complaintService: [
    'Twenty-five minutes for {drink}. That is getting silly.',
    'Came on {day} at {hour}: closed, whatever your website says. A note on the door would have done.',
    'Nobody said hello for ten minutes, so we left.',
    'Rang three times to book. It just rings out.',
    'My book order was due on Monday. Still nothing, not even a message.',
    'Table booked, table given away. Really disappointed.',
    'Whoever served us on {day} morning was plain rude.',
    'Card machine down again, and no sign to say so.',
    'We were made to feel we should free the table. It’s a café, isn’t it?',
    'Second time my order is missing something. Does anyone check the bags?',
    'The wifi has been down for a week. Did you know?',
    'The toilets were in a state. Not like you.',
    'Confirmed for {event}, turned away at the door. Care to explain?',
    'So noisy on {day} we couldn’t hear each other. Could you cap the numbers?'
  ],
  complaintProduct: [
    'Let down by {blend}: far more bitter than the last bag.',
    'Dry and clearly yesterday’s. Not what I expect of {pastry}.',
    'Lukewarm coffee, and not for the first time.',
    'The book had a bent cover. As a present, no use at all.',
    'Bag wasn’t sealed, beans all over my rucksack.',
    'Roasted seven weeks ago. Is that “freshly roasted”?',
    'The oat milk was off. I told the counter and got a shrug.',
    'Wrong grind, and now my machine is blocked.',
    'It doesn’t taste the way it did. Have you changed the recipe?',
    'Gift card refused at the till. Embarrassing, in front of a guest.'
  ],
  complaintPrice: [
    'Up again… {drink} is turning into a luxury.',
    'That much for a coffee, seriously?',
    'Books cost the same anywhere, but the coffee next to them costs double.',
    'It’s good, but for a family it adds up fast.',
    'How do you justify charging extra for oat milk?',
    '{blend} has gone up yet again. Why?',
    'I’ll need a mortgage for {pastry} soon.'
  ],
  insult: [
    'Bunch of clowns.',
    'You lot are a joke.',
    'What a shower of amateurs.',
    'Pretentious muppets, the lot of you.',
    'Go and learn your job, you numpties.',
    'Coffee for snobs, made by idiots.',
    'You take us for mugs, you swindlers.',
    'Whoever runs this page should go to bed. Useless.',
    'Hypocrites, as usual.',
    'Pathetic, just like you.',
    'Absolute wasters.',
    'Still ridiculous. Have you no shame?'
  ],
  moderate: [
    'No wonder, with the sort of people you hire. We all know where they’re from.',
    'More people who aren’t from round here being given the microphone. They should stay at home.',
    'We don’t want that kind of author in this neighbourhood. You’ve been told.',
    'I know when the young waitress finishes. She’d better smile more.',
    'Two men reading to children and you think that’s normal.',
    'I hear the owner lives on Carmel Street. Shame if somebody went round to explain.',
    'What do you expect with a woman doing the roasting.',
    'Old people should stay at home instead of hogging the tables.'
  ],
  spam: [
    'Earn £300 a day from home, few places left! Message me now.',
    'Mugs with your logo, 70% off until midnight 👉 https://mug-deals.invalid',
    'Hello dear, I love your page. Do you want 10,000 followers for £19?',
    'Verify your account or it will be closed within 24 h: https://account-check.invalid',
    'Loans without paperwork, instant answer.',
    'Who wants a free phone? Link in my bio.',
    'Genuine fortune teller, first question free, results guaranteed.',
    'Brand-new coffee machines £49, clearance https://coffee-clearance.invalid',
    'Congratulations, you are the winner! Send your details to receive your prize.',
    'Lose 8 kg with this magic coffee, testimonials in bio.'
  ],
  crisis: [
    'Is it true what everyone’s saying, that you throw it all away at night?',
    'Just seen the video. Are you going to explain yourselves?',
    'Nobody talks about anything else this morning. Your silence is awkward.',
    'No apology, no custom. Simple.',
    'Please share, people should know how things are in there.',
    'So you’re deleting comments now?',
    'One of your former staff tells a very different story.',
    'We want a straight answer. Not a statement, an answer.',
    'I’ve been coming since you opened. Not any more.',
    'The press has been told. Good luck.'
  ],
  impatience: [
    'Still no answer? Poor show.',
    'I asked a question, I believe.',
    'Hello? Anyone there?',
    'You answer the others but not me. Noted.',
    'Clearly customers don’t interest you.',
    'That’s twice I’ve written. I’ll end up going elsewhere.',
    'A small reminder of my message, thanks in advance.',
    'If I don’t hear back I’ll leave a review.'
  ]
}
