import { isToMove } from '../../../shared/outbox/is-to-move.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { stillAtOf } from '../../../shared/outbox/still-at.ts'
import { standingNo, type Approval } from '../../../shared/posts/approval.ts'
import { accountsThatStay } from '../../../shared/posts/accounts-to-move.ts'
import { hoursApart } from '../../../shared/posts/hours-apart.ts'
import { postStatus } from '../../../shared/posts/post-status.ts'
import { restOf } from '../../../shared/posts/rest-of.ts'
import type { Post, PostPlan, PostSchedule, PostStatus, PostSummary } from '../../../shared/posts/post.ts'
import { contentOf, type PostOutline, type PostRecord } from './post-record.ts'

export function postOf(record: PostRecord, jobs: readonly Job[], approval: Approval): Post {
  const { id, targets, origin, createdAt, updatedAt, publishedAt, revision } = record
  const status = postStatus(targets.map((target) => target.accountId), jobs)
  return { ...contentOf(record), id, status, origin, ...timeOf(status, record.schedule), approval, createdAt, updatedAt, publishedAt, revision }
}

export function summaryOf(outline: PostOutline, jobs: readonly Job[], said: Approval): PostSummary {
  const { id, excerpt, accountIds, mediaIds, publishedAt, updatedAt } = outline
  const status = postStatus(accountIds, jobs)
  // Asked again, and not answered: the no stands.
  const approval = standingNo(said) === null ? said.kind : 'refused'
  const rest = restOf(jobs)
  const time = timeOf(status, outline.schedule)
  return { id, status, excerpt, accountIds: [...accountIds], handedOver: jobs.filter((job) => job.handOver !== null && job.isSought !== true).map((job) => job.accountId), ...stillThere(jobs), mediaIds: [...mediaIds], ...time, approval, publishedAt, updatedAt, ...(jobs.some(isToMove) ? { isToMove: true as const } : {}), ...(rest === null || rest.length === 0 ? {} : { rest: [...rest] }), ...hoursOf(time.schedule, jobs, rest) }
}

/** What a post whose accounts go different ways says beside its one hour. */
function hoursOf(schedule: PostSchedule | null, jobs: readonly Job[], rest: readonly string[] | null): Pick<PostSummary, 'apart' | 'stays'> {
  const open = jobs.filter(({ finishedAt }) => finishedAt === null)
  const apart = schedule === null ? [] : hoursApart(open, schedule.dueAt)
  const stays = rest === null && open.some(isToMove) ? accountsThatStay(open) : []
  return { ...(apart.length === 0 ? {} : { apart: [...apart] }), ...(stays.length === 0 ? {} : { stays: [...stays] }) }
}

function stillThere(jobs: readonly Job[]): Pick<PostSummary, 'stillAt'> {
  const stillAt = stillAtOf(jobs)
  return stillAt === null ? {} : { stillAt }
}

/** A draft is only meant to go out: its time is a plan, never a schedule. */
function timeOf(status: PostStatus, time: PostSchedule | null): { schedule: PostSchedule | null; plan: PostPlan | null } {
  if (status !== 'draft' || time === null) return { schedule: time, plan: null }
  return { schedule: null, plan: { localDateTime: time.localDateTime, timeZone: time.timeZone, at: time.dueAt } }
}
