import type { PlannedAct } from './act.ts'
import { isSoothing } from './find-topics.ts'
import type { PhraseKind } from './phrase-kind.ts'
import { answerDelay, consequences } from './plan-reactions.ts'
import { likes } from './temperament.ts'
import { chooseSeveral, type Answered, type CastMember, type Scene } from './scene.ts'
import { createSeededNumbers, type SeededNumbers } from './seeded-numbers.ts'

interface Reply {
  readonly statusId: string
  readonly text: string
  readonly at: number
  readonly answered: Answered
}

/** What comes back when the community manager answers somebody: thanks, another question, peace, or more anger. */
export function planAnswer(reply: Reply, scene: Scene): readonly PlannedAct[] {
  const numbers = createSeededNumbers(`${scene.seed} reply ${reply.statusId}`)
  const member = scene.cast.find((candidate) => candidate.id === reply.answered.memberId)
  if (member === undefined) return []
  const acts: PlannedAct[] = []
  const purpose = chooseFollowUp(reply, numbers)
  const delay = answerDelay(numbers)
  if (isPleased(reply.answered.purpose, purpose) && numbers.happens(0.75)) {
    acts.push({ due: reply.at + Math.round(delay / 2), act: { kind: 'like', memberId: member.id, statusId: reply.statusId } })
  }
  if (purpose !== null) acts.push({ due: reply.at + delay, act: followUp(reply, member, purpose, scene, numbers) })
  if (!reply.answered.isPrivate) acts.push(...applause(reply, member, scene, numbers))
  return acts
}

/** null: nothing is said. */
function chooseFollowUp({ text, answered: { purpose } }: Reply, numbers: SeededNumbers): PhraseKind | null {
  if (purpose === null || purpose === 'spam') return null
  if (/^(?:question|message(?:Question|Order|Business)|mention(?:Question|Press))/.test(purpose)) return numbers.pickWeighted(thanksOrMore, ([, weight]) => weight)[0]
  if (/^(?:complaint|messageComplaint|mentionComplaint|crisis|impatience|followUpAngry)/.test(purpose)) {
    if (isSoothing(text)) return numbers.happens(0.75) ? 'followUpResolved' : 'followUpAngry'
    return numbers.happens(0.7) ? 'followUpAngry' : null
  }
  if (purpose === 'insult') return numbers.happens(0.35) ? 'insult' : null
  if (purpose === 'followUpMore') return numbers.happens(0.8) ? 'followUpThanks' : null
  return null
}

const thanksOrMore: readonly (readonly [PhraseKind | null, number])[] = [['followUpThanks', 65], ['followUpMore', 20], [null, 15]]

function isPleased(purpose: PhraseKind | null, next: PhraseKind | null): boolean {
  return purpose !== 'insult' && purpose !== 'moderate' && purpose !== 'spam' && next !== 'followUpAngry'
}

function followUp({ statusId, answered }: Reply, member: CastMember, purpose: PhraseKind, scene: Scene, numbers: SeededNumbers): PlannedAct['act'] {
  const text = `@${scene.ownHandle} ${scene.speech.say(purpose, member, numbers)}`
  const kind = answered.isPrivate ? 'message' : 'comment'
  return { kind, memberId: member.id, statusId, onlyIfUnanswered: false, purpose, text, leadsTo: consequences(member, purpose, scene, numbers) }
}

/** Others like an answer that was given in public. */
function applause({ statusId, at }: Reply, member: CastMember, scene: Scene, numbers: SeededNumbers): readonly PlannedAct[] {
  const others = chooseSeveral(scene, numbers.whole(0, 3), numbers, (candidate) => (candidate.id === member.id ? 0 : likes[candidate.temperament]))
  return others.map((other) => ({ due: at + answerDelay(numbers), act: { kind: 'like', memberId: other.id, statusId } }))
}
