import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import type { SeriesNeeds } from './series-needs.ts'
import { contentNow } from './make-occurrences.ts'
import type { OccurrenceRecord, SeriesRecord } from './series-record.ts'
import { instantOn, versionOn } from './series-versions.ts'

/**
 * Whether an occurrence still is what the series made it: the content and the moment that the series has for that day, wholly waiting. What the user
 * changed, moved or took back by itself is the user's; taken back and scheduled again as it was, it is the series' as before.
 */
export function followsSeries({ posts, accounts }: SeriesNeeds, series: SeriesRecord, occurrence: OccurrenceRecord, where: 'here' | 'anywhere' = 'here'): boolean {
  const post = occurrence.postId === null ? null : posts.read(occurrence.postId)
  if (post === null || post.schedule === null) return false
  const jobs = post.jobs.filter(({ state }) => state !== 'cancelled')
  const isWaiting = jobs.length > 0 && jobs.every((job) => job.attempts === 0 && (isWaitingHere(job) || (where === 'anywhere' && isWaitingThere(job))))
  if (!isWaiting || post.schedule.dueAt !== instantOn(series, occurrence.date)) return false
  const content = contentNow({ accounts }, post.content)
  const isForAll = content.targets.every(({ accountId }) => jobs.some((job) => job.accountId === accountId))
  return isForAll && posts.isSame(content, contentNow({ accounts }, versionOn(series, occurrence.date).content))
}

/** Inside a transaction: removes what follows the series from `from` on and has not gone out; what waits with a network is called back. Its days are free to be made anew. */
export function takeBackFrom(needs: SeriesNeeds, series: SeriesRecord, from: string, reason: CancelReason): void {
  const { repository, posts, context } = needs
  for (const occurrence of repository.occurrences(series.id)) {
    const { date, postId, state } = occurrence
    if (date < from || state !== 'planned' || postId === null || !followsSeries(needs, series, occurrence, 'anywhere')) continue
    // One that waits for an answer keeps waiting for it.
    if (instantOn(series, date) <= context.clock.now()) continue
    // Its day stays taken while its network may still publish it: `madeFreeOf` frees it, and makes it anew.
    if (posts.recall(postId, reason)) continue
    if (posts.discard(postId, reason)) repository.remove(series.id, date)
    else posts.giveUp(postId, reason)
  }
}

function isWaitingHere({ state }: Job): boolean {
  return state === 'queued' || state === 'waiting_for_network' || state === 'missed'
}

function isWaitingThere({ state, handOver }: Job): boolean {
  return state === 'pending_at_network' && handOver !== null
}
