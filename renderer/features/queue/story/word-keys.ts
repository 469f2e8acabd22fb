import type { Job } from '../../../../shared/outbox/job.ts'
import { placeOf } from '../../../../shared/outbox/place-of.ts'
import type { ActionWord } from './story-place.ts'
import type { Remedy, Safe, What } from './story.ts'

type Worded = Pick<Job, 'kind' | 'isPrivate' | 'part' | 'about'>

/** A post and a public answer are published. What only the other one sees, and what is done to something of somebody's, is sent. */
export function isSent({ kind, isPrivate }: Worded): boolean {
  return isPrivate === true || (kind !== 'publish_post' && kind !== 'reply')
}

/** A comment under a post that is no thread: there is no part that it waits for. */
function isBelowPost({ part }: Worded): boolean {
  return placeOf(part).kind === 'comment' && part?.of === 2
}

/** Of what is out: nothing is published by it, and what is safe is what stands there. */
function isDeletion({ kind }: Worded): boolean {
  return kind === 'delete'
}

/** Of an answer or a message, which no post of ours stands for. */
function isOfMessage({ about }: Worded): boolean {
  return about === undefined
}

/** Other words for what is out. */
function isEdit({ kind, about }: Worded): boolean {
  return kind === 'edit' && about !== undefined
}

const whatOfDeletion = ['out', 'out_after_all', 'part_waits', 'part_given_up', 'looking', 'withdrawn', 'unknown', 'failed'] as const
const safeOfDeletion = ['kept', 'nothing_left', 'once', 'on_the_way', 'perhaps_out', 'out'] as const
const nextOfDeletion = ['by_hand', 'decide', 'wait_for_part', 'plan_again', 'was_too_late', 'look_or_repeat'] as const
const nextOfMessage = ['by_hand', 'plan_again', 'was_too_late'] as const

const whatOfEdit = ['out', 'out_after_all', 'looking', 'withdrawn', 'unknown', 'failed', 'lacks_yes'] as const
const safeOfEdit = ['kept', 'nothing_left', 'once', 'on_the_way', 'perhaps_out', 'out'] as const
const nextOfEdit = ['by_hand', 'decide', 'plan_again', 'was_too_late', 'mend_post', 'look_yourself', 'approve', 'approve_before', 'change_anew', 'change_or_yes', 'change_or_send', 'gone_there'] as const

function isIn<Word extends string>(words: readonly Word[], word: string): word is Word {
  return words.some((each) => each === word)
}

export function whatKey(what: What, job: Worded) {
  if (isDeletion(job) && isIn(whatOfDeletion, what)) return `deletion.what.${what}` as const
  if (isEdit(job) && isIn(whatOfEdit, what)) return `edit.what.${what}` as const
  if (what === 'part_waits' && isBelowPost(job)) return 'below.what.part_waits' as const
  return (what === 'out' || what === 'out_after_all') && isSent(job) ? (`sent.what.${what}` as const) : (`what.${what}` as const)
}

export function safeKey(safe: Safe, job: Worded) {
  if (isDeletion(job) && isOfMessage(job) && safe === 'out') return 'deletion.message.out' as const
  if (isDeletion(job) && isIn(safeOfDeletion, safe)) return `deletion.safe.${safe}` as const
  if (isEdit(job) && isIn(safeOfEdit, safe)) return `edit.safe.${safe}` as const
  return (safe === 'kept' || safe === 'perhaps_out' || safe === 'out') && isSent(job) ? (`sent.safe.${safe}` as const) : (`safe.${safe}` as const)
}

function nextKeyOfDeletion(remedy: Remedy, job: Worded) {
  if (isOfMessage(job) && isIn(nextOfMessage, remedy)) return `deletion.message.${remedy}` as const
  return isIn(nextOfDeletion, remedy) ? (`deletion.next.${remedy}` as const) : null
}

export function nextKey(remedy: Remedy, job: Worded) {
  const ofDeletion = isDeletion(job) ? nextKeyOfDeletion(remedy, job) : null
  if (ofDeletion !== null) return ofDeletion
  if (isEdit(job) && isIn(nextOfEdit, remedy)) return `edit.next.${remedy}` as const
  if (remedy === 'wait_for_part' && isBelowPost(job)) return 'below.next.wait_for_part' as const
  return isNextOfSent(remedy, job) ? (`sent.next.${remedy}` as const) : (`next.${remedy}` as const)
}

function isNextOfSent(remedy: Remedy, job: Worded): remedy is 'by_hand' | 'raise_cap' | 'decide' {
  // An answer, also one that all can read, has no hour of its own and can be given none.
  if (remedy === 'decide') return isSent(job) || job.kind === 'reply'
  return (remedy === 'by_hand' || remedy === 'raise_cap') && isSent(job)
}

export function actionKey(word: ActionWord, job: Worded) {
  if (word === 'send_again') return isDeletion(job) ? ('deletion.action.send_again' as const) : ('action.send_again' as const)
  return word === 'publish_now' && isSent(job) ? ('sent.action.publish_now' as const) : (`action.${word}` as const)
}
