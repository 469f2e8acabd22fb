import { selfReference, type CommunityAct, type Consequence, type PlannedAct } from './act.ts'
import { findTopics } from './find-topics.ts'
import type { PhraseKind } from './phrase-kind.ts'
import { chooseSeveral, hour, languageWeight, minute, reactionDelay, type CastMember, type Scene } from './scene.ts'
import { createSeededNumbers, type SeededNumbers } from './seeded-numbers.ts'
import { likes, repertoire, writes, writesInStorm } from './temperament.ts'

/** What a post of the own account sets off: likes, boosts, comments that fit its words, and what those set off in turn. */
export function planReactions(post: { statusId: string; text: string; at: number }, scene: Scene): readonly PlannedAct[] {
  const numbers = createSeededNumbers(`${scene.seed} post ${post.statusId}`)
  const isStorm = scene.pace === 'storm'
  const likers = chooseSeveral(scene, numbers.whole(isStorm ? 1 : 4, isStorm ? 4 : 12), numbers, (member) => likes[member.temperament] * languageWeight(member, scene))
  const boosters = likers.filter((member) => numbers.happens(member.temperament === 'ambassador' ? 0.6 : 0.12))
  const writeWeights = isStorm ? writesInStorm : writes
  const writers = chooseSeveral(scene, numbers.whole(isStorm ? 8 : 3, isStorm ? 14 : 7), numbers, (member) => writeWeights[member.temperament] * languageWeight(member, scene))
  const topics = findTopics(post.text, scene.language)
  const acts: PlannedAct[] = []
  for (const member of likers) acts.push({ due: post.at + reactionDelay(numbers), act: { kind: 'like', memberId: member.id, statusId: post.statusId } })
  for (const member of boosters) acts.push({ due: post.at + reactionDelay(numbers), act: { kind: 'boost', memberId: member.id, statusId: post.statusId } })
  for (const [index, member] of writers.entries()) {
    // Somebody is always quick, so that a newcomer to Vigie sees an answer soon.
    const delay = index === 0 ? numbers.whole(15, 60) * 1000 : reactionDelay(numbers)
    const kinds = repertoire(member.temperament, topics, scene.pace)
    const [kind] = numbers.pickWeighted([...kinds], ([, weight]) => weight)
    acts.push({ due: post.at + delay, act: comment(member, kind, post.statusId, scene, numbers) })
  }
  return [...acts, ...quotes(post, scene)]
}

/** Now and then somebody shows the post to people of their own; by a chance of its own, so that all else stays what it was. */
function quotes(post: { statusId: string; at: number }, scene: Scene): readonly PlannedAct[] {
  const numbers = createSeededNumbers(`${scene.seed} quote ${post.statusId}`)
  if (!numbers.happens(0.3)) return []
  const purpose = scene.pace === 'storm' ? 'mentionComplaint' : 'mentionPraise'
  return chooseSeveral(scene, 1, numbers, (member) => (['ambassador', 'fan', 'regular', 'complainer'].includes(member.temperament) ? languageWeight(member, scene) : 0)).map((member) => ({
    due: post.at + reactionDelay(numbers),
    act: { kind: 'quote', memberId: member.id, statusId: post.statusId, purpose, text: scene.speech.say(purpose, member, numbers), leadsTo: [] }
  }))
}

/** A comment on a status with what it will lead to when nothing is done about it. */
export function comment(member: CastMember, kind: PhraseKind, statusId: string, scene: Scene, numbers: SeededNumbers): CommunityAct {
  return {
    kind: 'comment',
    memberId: member.id,
    statusId,
    onlyIfUnanswered: false,
    purpose: kind,
    text: `@${scene.ownHandle} ${scene.speech.say(kind, member, numbers)}`,
    leadsTo: consequences(member, kind, scene, numbers)
  }
}

const wantsAnswer: readonly PhraseKind[] = [
  'questionHours', 'questionProduct', 'questionEvent', 'questionBook', 'complaintService', 'complaintProduct', 'crisis', 'messageQuestion',
  'messageComplaint', 'messageOrder', 'mentionComplaint'
]

/** Who is ignored grows impatient, some of them rude; who insults is told off by somebody; who praises is liked. */
export function consequences(member: CastMember, kind: PhraseKind, scene: Scene, numbers: SeededNumbers): readonly Consequence[] {
  if (wantsAnswer.includes(kind)) return numbers.happens(0.35) ? [impatience(member, kind, scene, numbers)] : []
  if (kind === 'insult' || kind === 'moderate') return numbers.happens(0.4) ? defence(member, scene, numbers) : []
  if (kind === 'praise' || kind === 'answer') return numbers.happens(0.3) ? [nod(member, scene, numbers)] : []
  return []
}

function impatience(member: CastMember, kind: PhraseKind, scene: Scene, numbers: SeededNumbers): Consequence {
  const isMessage = kind.startsWith('message')
  const purpose = !isMessage && member.temperament === 'complainer' && numbers.happens(0.3) ? 'insult' : 'impatience'
  return {
    after: numbers.whole(3 * 60, 8 * 60) * minute,
    act: {
      kind: isMessage ? 'message' : 'comment',
      memberId: member.id,
      statusId: selfReference,
      onlyIfUnanswered: true,
      purpose,
      text: `@${scene.ownHandle} ${scene.speech.say(purpose, member, numbers)}`,
      leadsTo: []
    }
  }
}

function defence(offender: CastMember, scene: Scene, numbers: SeededNumbers): readonly Consequence[] {
  const [friend] = chooseSeveral(scene, 1, numbers, (member) => (['ambassador', 'fan', 'regular'].includes(member.temperament) ? languageWeight(member, scene) : 0))
  if (friend === undefined) return []
  const text = `@${offender.handle} @${scene.ownHandle} ${scene.speech.say('defence', friend, numbers)}`
  return [{
    after: numbers.whole(5, 40) * minute,
    act: { kind: 'comment', memberId: friend.id, statusId: selfReference, onlyIfUnanswered: false, purpose: 'defence', text, leadsTo: [] }
  }]
}

function nod(member: CastMember, scene: Scene, numbers: SeededNumbers): Consequence {
  const [other] = chooseSeveral(scene, 1, numbers, (candidate) => (candidate.id === member.id ? 0 : likes[candidate.temperament]))
  return { after: numbers.whole(2, 90) * minute, act: { kind: 'like', memberId: other?.id ?? member.id, statusId: selfReference } }
}

/** How long somebody takes who is asked back. */
export function answerDelay(numbers: SeededNumbers): number {
  return numbers.happens(0.6) ? numbers.whole(1, 8) * minute : Math.min(reactionDelay(numbers), 5 * hour)
}
