import type { Job } from '../../../../shared/outbox/job.ts'
import { placeOf } from '../../../../shared/outbox/place-of.ts'
import type { ActionWord } from './story-place.ts'
import type { Remedy, Safe, What } from './story.ts'

type Worded = Pick<Job, 'kind' | 'isPrivate' | 'part'>

/** A post and a public answer are published. What only the other one sees, and what is done to something of somebody's, is sent. */
export function isSent({ kind, isPrivate }: Worded): boolean {
  return isPrivate === true || (kind !== 'publish_post' && kind !== 'reply')
}

/** A comment under a post that is no thread: there is no part that it waits for. */
function isBelowPost({ part }: Worded): boolean {
  return placeOf(part).kind === 'comment' && part?.of === 2
}

export function whatKey(what: What, job: Worded) {
  if (what === 'part_waits' && isBelowPost(job)) return 'below.what.part_waits' as const
  return (what === 'out' || what === 'out_after_all') && isSent(job) ? (`sent.what.${what}` as const) : (`what.${what}` as const)
}

export function safeKey(safe: Safe, job: Worded) {
  return (safe === 'kept' || safe === 'perhaps_out' || safe === 'out') && isSent(job) ? (`sent.safe.${safe}` as const) : (`safe.${safe}` as const)
}

export function nextKey(remedy: Remedy, job: Worded) {
  if (remedy === 'wait_for_part' && isBelowPost(job)) return 'below.next.wait_for_part' as const
  return (remedy === 'by_hand' || remedy === 'raise_cap' || remedy === 'decide') && isSent(job) ? (`sent.next.${remedy}` as const) : (`next.${remedy}` as const)
}

export function actionKey(word: ActionWord, job: Worded) {
  return word === 'publish_now' && isSent(job) ? ('sent.action.publish_now' as const) : (`action.${word}` as const)
}
