/**
 * What is said, by its purpose. The first group stands under a post, the second anywhere, the third in private, the fourth answers the
 * community manager. `insult` is mild and plainly one; `moderate` is what a community's rules would not let stand, written with restraint.
 */
export const phraseKinds = [
  'praise', 'questionHours', 'questionProduct', 'questionEvent', 'questionBook', 'answer', 'contestEntry', 'eventJoy', 'complaintService',
  'complaintProduct', 'complaintPrice', 'insult', 'moderate', 'spam', 'chat', 'crisis', 'defence',
  'mentionPraise', 'mentionComplaint', 'mentionQuestion', 'mentionPress', 'mentionRival',
  'messageQuestion', 'messageComplaint', 'messageOrder', 'messageBusiness',
  'followUpThanks', 'followUpAngry', 'followUpResolved', 'followUpMore', 'impatience'
] as const
export type PhraseKind = (typeof phraseKinds)[number]

/** Templates with places in braces: see `Vocabulary`. */
export type Phrases = Readonly<Record<PhraseKind, readonly string[]>>

/** What the places in a template can stand for, for one business. Words that need an article in French carry it. */
export interface Vocabulary {
  /** A coffee to take home, by its name: `Brume de Loire`. */
  readonly blend: readonly string[]
  /** Something to drink at the counter: `un flat white`. */
  readonly drink: readonly string[]
  /** Something to eat: `le cake au citron`. */
  readonly pastry: readonly string[]
  readonly book: readonly string[]
  readonly author: readonly string[]
  readonly event: readonly string[]
  readonly day: readonly string[]
  readonly hour: readonly string[]
  /** The business, as people call it. */
  readonly shop: readonly string[]
}
