import type { EventPayload } from '../../../shared/contract/event-map.ts'
import { isOfWords } from '../../../shared/outbox/job-nature.ts'
import { isByHand, type JobRecord } from './job-record.ts'

export interface JobChange {
  readonly before: JobRecord
  readonly after: JobRecord
  /** A decision about it was taken back: it asks as it did before, and that was told then. */
  readonly isUndone?: boolean
}

type Alert = Omit<EventPayload<'alert.raised'>, 'workspaceId'>
type AlertKind = Extract<Alert['kind'], 'post_published' | 'post_failed' | 'post_missed' | 'post_by_hand' | 'outcome_unknown' | 'change_asks'>

/**
 * What is worth a desktop notification: one for each kind, however many jobs it concerns (a wake-up with forty missed posts says so once).
 * Success is told only for what was planned, and only when nothing of the post is left to do. A login that is needed has its own alert.
 */
export function alertsOfChanges(changes: readonly JobChange[], isPostDone: (postId: string) => boolean): readonly Alert[] {
  const found = new Map<AlertKind, JobRecord[]>()
  for (const change of changes) {
    const kind = alertKindOf(change, isPostDone)
    if (kind === null) continue
    const sameKind = found.get(kind) ?? []
    // Two accounts of one post are one piece of news.
    if (!sameKind.some((other) => other.postId !== null && other.postId === change.after.postId)) sameKind.push(change.after)
    found.set(kind, sameKind)
  }
  return [...found].flatMap(([kind, jobs]) => {
    const [first] = jobs
    if (first === undefined) return []
    return [{ kind, subjectId: jobs.length === 1 ? first.id : null, title: first.excerpt, count: jobs.length }]
  })
}

function alertKindOf(change: JobChange, isPostDone: (postId: string) => boolean): AlertKind | null {
  if (change.isUndone === true) return null
  if (isOfWords(change.after.kind)) return alertOfWords(change, isPostDone)
  // Nothing is published by it: “not published” would be said of a post that is out.
  return isAsking(change.after) && !isAsking(change.before) ? 'change_asks' : null
}

function alertOfWords({ before, after }: JobChange, isPostDone: (postId: string) => boolean): AlertKind | null {
  if (isForUserToLook(after)) return isLeftAlone(before) ? null : 'outcome_unknown'
  if (isByHand(after)) return isByHand(before) ? null : 'post_by_hand'
  if (before.state === after.state) return null
  switch (after.state) {
    case 'failed':
      return 'post_failed'
    case 'missed':
      return 'post_missed'
    case 'published':
      return after.isPlanned && after.postId !== null && isPostDone(after.postId) ? 'post_published' : null
    default:
      return null
  }
}

function isAsking(job: JobRecord): boolean {
  return job.state === 'failed' || job.state === 'missed' || isForUserToLook(job)
}

function isLeftAlone({ state, nextAttemptAt }: JobRecord): boolean {
  return state === 'unknown_outcome' && nextAttemptAt === null
}

function isForUserToLook(job: JobRecord): boolean {
  return isLeftAlone(job) && !job.awaitsLogin
}
