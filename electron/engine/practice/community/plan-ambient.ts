import type { CommunityAct, PlannedAct } from './act.ts'
import type { Temperament } from './member.ts'
import type { PhraseKind } from './phrase-kind.ts'
import { consequences } from './plan-reactions.ts'
import { chooseSeveral, languageWeight, minute, type CastMember, type Scene } from './scene.ts'
import { createSeededNumbers, type SeededNumbers } from './seeded-numbers.ts'
import { likes, writes, writesInStorm } from './temperament.ts'

/** Once in a slot something may happen by itself: three times an hour at most, more in a storm. */
export const ambientSlotMs = 20 * minute
const chances = { calm: 0.5, lively: 0.7, storm: 0.9 } as const
const triesInStorm = 3

type Weighted = readonly (readonly [PhraseKind, number])[]

const mentions: Readonly<Record<Temperament, Weighted>> = {
  fan: [['mentionPraise', 1]],
  regular: [['mentionPraise', 2], ['mentionQuestion', 1]],
  newcomer: [['mentionQuestion', 1]],
  asker: [['mentionQuestion', 1]],
  complainer: [['mentionComplaint', 1]],
  troll: [['insult', 2], ['moderate', 1]],
  spammer: [['spam', 1]],
  ambassador: [['mentionPraise', 1]],
  journalist: [['mentionPress', 1]],
  competitor: [['mentionRival', 1]]
}

const messages: Readonly<Record<Temperament, Weighted>> = {
  fan: [['messageOrder', 1]],
  regular: [['messageOrder', 1], ['messageQuestion', 1]],
  newcomer: [['messageQuestion', 1]],
  asker: [['messageQuestion', 1]],
  complainer: [['messageComplaint', 1]],
  troll: [],
  spammer: [['spam', 1]],
  ambassador: [['messageBusiness', 1]],
  journalist: [['messageBusiness', 1]],
  competitor: []
}

/** What happens by itself in one slot of community time: a mention, a message, a like on an older post, a new follower. */
export function planAmbient(slot: number, recentPosts: readonly string[], scene: Scene): readonly PlannedAct[] {
  const numbers = createSeededNumbers(`${scene.seed} slot ${slot}`)
  const tries = scene.pace === 'storm' ? triesInStorm : 1
  return Array.from({ length: tries }, () => tryOnce(slot, recentPosts, scene, numbers)).flat()
}

function tryOnce(slot: number, recentPosts: readonly string[], scene: Scene, numbers: SeededNumbers): readonly PlannedAct[] {
  if (scene.pace === 'paused' || !numbers.happens(chances[scene.pace])) return []
  const due = slot * ambientSlotMs + numbers.whole(0, ambientSlotMs - 1)
  const weights = scene.pace === 'storm' ? writesInStorm : writes
  const [member] = chooseSeveral(scene, 1, numbers, (candidate) => weights[candidate.temperament] * languageWeight(candidate, scene))
  if (member === undefined) return []
  const act = chooseAct(member, recentPosts, scene, numbers)
  return act === null ? [] : [{ due, act }]
}

function chooseAct(member: CastMember, recentPosts: readonly string[], scene: Scene, numbers: SeededNumbers): CommunityAct | null {
  const kind = numbers.pickWeighted([['mention', 4], ['message', 3], ['like', 3], ['follow', 1]] as const, ([, weight]) => weight)[0]
  switch (kind) {
    case 'mention':
      return saying('mention', mentions[member.temperament], member, scene, numbers)
    case 'message':
      return saying('message', messages[member.temperament], member, scene, numbers)
    case 'follow':
      return { kind, memberId: member.id }
    case 'like': {
      const [liker] = chooseSeveral(scene, 1, numbers, (candidate) => likes[candidate.temperament])
      return recentPosts.length === 0 || liker === undefined ? null : { kind, memberId: liker.id, statusId: numbers.pick(recentPosts) }
    }
  }
}

function saying(kind: 'mention' | 'message', phrases: Weighted, member: CastMember, scene: Scene, numbers: SeededNumbers): CommunityAct | null {
  if (phrases.length === 0) return null
  const [purpose] = numbers.pickWeighted(phrases, ([, weight]) => weight)
  const said = scene.speech.say(purpose, member, numbers)
  const text = said.includes(`@${scene.ownHandle}`) ? said : `@${scene.ownHandle} ${said}`
  const leadsTo = consequences(member, purpose, scene, numbers)
  return kind === 'mention' ? { kind, memberId: member.id, text, purpose, leadsTo } : { kind, memberId: member.id, statusId: null, onlyIfUnanswered: false, text, purpose, leadsTo }
}
