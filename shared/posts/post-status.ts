import { jobGroup } from '../outbox/job-groups.ts'
import type { Job } from '../outbox/job.ts'
import type { PostStatus } from './post.ts'
import { isWhollyOut } from './thread-progress.ts'

type JobFacts = Pick<Job, 'accountId' | 'state' | 'part' | 'attempts' | 'failure' | 'nextAttemptAt' | 'handOver' | 'removedAt'>

/**
 * What a post is, seen from its jobs alone, so that the two can never disagree. `targetIds` are the accounts the post is for now: one that has
 * no published job, or only the beginning of a thread, makes the post `partly_published` at best.
 */
export function postStatus(targetIds: readonly string[], jobs: readonly JobFacts[]): PostStatus {
  const groups = new Set(jobs.map(jobGroup))
  if (groups.has('asks')) return 'needs_attention'
  if (groups.has('under_way')) return 'publishing'
  if (groups.has('planned')) return groups.has('out') ? 'publishing' : 'scheduled'
  if (!groups.has('out')) return 'draft'
  if (jobs.every((job) => job.state !== 'published' || isDeleted(job))) return 'removed'
  return targetIds.every((accountId) => isOver(jobs.filter((job) => job.accountId === accountId))) ? 'published' : 'partly_published'
}

/** Whether the composer may change the post: nothing of it is planned, under way or waiting for a decision. */
export function isPostEditable(jobs: readonly JobFacts[]): boolean {
  return jobs.every((job) => job.state === 'published' || job.state === 'cancelled')
}

/** It was out, and a person had it deleted there. */
export function isDeleted({ state, removedAt }: Pick<Job, 'state' | 'removedAt'>): boolean {
  return state === 'published' && removedAt !== undefined
}

/** Nothing more is meant for the account: it has everything, or what it had was deleted there, and then the rest does not follow. */
function isOver(jobs: readonly JobFacts[]): boolean {
  const out = jobs.filter(({ state }) => state === 'published')
  return isWhollyOut(jobs) || (out.length > 0 && out.every(isDeleted))
}
