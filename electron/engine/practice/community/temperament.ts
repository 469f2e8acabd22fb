import type { Temperament } from './member.ts'
import type { PhraseKind } from './phrase-kind.ts'
import type { Topic } from './find-topics.ts'

/** How lively the community is. `paused`: nothing happens. `storm`: fast, and angry (a bad buzz to practise on). */
export const paces = ['paused', 'calm', 'lively', 'storm'] as const
export type Pace = (typeof paces)[number]

/** How likely somebody is to write or to like, against the others. */
export const writes: Readonly<Record<Temperament, number>> = {
  fan: 5, regular: 4, newcomer: 2, asker: 4, complainer: 2, troll: 0.8, spammer: 0.6, ambassador: 3, journalist: 0.5, competitor: 0.3
}
export const likes: Readonly<Record<Temperament, number>> = {
  fan: 6, regular: 4, newcomer: 3, asker: 2, complainer: 0.3, troll: 0, spammer: 0.2, ambassador: 5, journalist: 0.5, competitor: 0.5
}
/** In a storm the quiet ones stay away. */
export const writesInStorm: Readonly<Record<Temperament, number>> = {
  fan: 1.5, regular: 1.5, newcomer: 0.5, asker: 1.5, complainer: 8, troll: 7, spammer: 1, ambassador: 3, journalist: 1.5, competitor: 0.3
}

type Weights = Partial<Record<PhraseKind, number>>

const always: Readonly<Record<Temperament, Weights>> = {
  fan: { praise: 6, chat: 1 },
  regular: { praise: 3, chat: 3 },
  newcomer: { praise: 1, questionHours: 2, questionProduct: 1 },
  asker: { questionProduct: 2, questionHours: 1 },
  complainer: { complaintService: 3, complaintProduct: 2, complaintPrice: 1 },
  troll: { insult: 5, moderate: 2, complaintPrice: 1 },
  spammer: { spam: 1 },
  ambassador: { praise: 4, chat: 1 },
  journalist: { praise: 0.5, chat: 0.5 },
  competitor: { chat: 1 }
}

/** What a topic adds for those who join in kindly. */
const byTopic: Readonly<Record<Topic, Weights>> = {
  question: { answer: 8 },
  contest: { contestEntry: 20 },
  event: { eventJoy: 5, questionEvent: 4 },
  hours: { questionHours: 4 },
  book: { questionBook: 2 },
  coffee: { questionProduct: 2 },
  price: { complaintPrice: 4 },
  apology: { praise: 2, complaintService: 3 }
}
const curious: readonly Temperament[] = ['fan', 'regular', 'newcomer', 'asker', 'ambassador']

/** What this member may say under such a post, with weights; never empty. */
export function repertoire(temperament: Temperament, topics: readonly Topic[], pace: Pace): ReadonlyMap<PhraseKind, number> {
  const weights = new Map<PhraseKind, number>()
  const add = (extra: Weights): void => {
    for (const [kind, weight] of typedEntries(extra)) weights.set(kind, (weights.get(kind) ?? 0) + weight)
  }
  add(always[temperament])
  if (curious.includes(temperament)) for (const topic of topics) add(byTopic[topic])
  if (pace === 'storm') add(inStorm(temperament))
  return weights
}

function inStorm(temperament: Temperament): Weights {
  if (temperament === 'ambassador' || temperament === 'fan') return { defence: 12 }
  if (temperament === 'troll') return { crisis: 4, insult: 4 }
  return temperament === 'spammer' ? {} : { crisis: 12 }
}

function typedEntries(weights: Weights): readonly (readonly [PhraseKind, number])[] {
  const found: (readonly [PhraseKind, number])[] = []
  for (const kind of phraseKindsOf(weights)) found.push([kind, weights[kind] ?? 0])
  return found
}

function phraseKindsOf(weights: Weights): readonly PhraseKind[] {
  return kindsWithWeight.filter((kind) => weights[kind] !== undefined)
}

const kindsWithWeight: readonly PhraseKind[] = [
  'praise', 'questionHours', 'questionProduct', 'questionEvent', 'questionBook', 'answer', 'contestEntry', 'eventJoy', 'complaintService',
  'complaintProduct', 'complaintPrice', 'insult', 'moderate', 'spam', 'chat', 'crisis', 'defence'
]
