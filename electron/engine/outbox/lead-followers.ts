import type { Clock } from '../time/clock.ts'
import type { JobRecord } from './job-record.ts'
import type { OutboxRepository } from './outbox-repository.ts'

export interface FollowerNeeds {
  readonly clock: Clock
  readonly repository: Pick<OutboxRepository, 'followersOf'>
  touch(before: JobRecord, changes: Partial<JobRecord>): JobRecord
  drop(before: JobRecord): void
}

/**
 * What the end of a job means for the parts that answer it, in the transaction of that end: once it is out the next part may leave; once it was
 * given up, so are all behind it, since an answer to nothing would stand alone.
 */
export function leadFollowers({ clock, repository, touch, drop }: FollowerNeeds, ended: JobRecord): void {
  for (const follower of repository.followersOf(ended.id)) {
    if (follower.state === 'cancelled') continue
    if (ended.state === 'cancelled') drop(follower)
    else if (isBehind(follower)) touch(follower, { nextAttemptAt: Math.max(clock.now(), follower.dueAt) })
  }
}

/** Stands behind the part before it and is looked at only when that one is out. */
export function isBehind(job: Pick<JobRecord, 'state' | 'afterJobId' | 'nextAttemptAt'>): boolean {
  return job.afterJobId !== null && job.state === 'queued' && job.nextAttemptAt === null
}

/** A job was asked for anew: the parts behind it are meant for the same time. Their `intentAt` stays where something may have arrived. */
export function bringAlong({ repository, touch }: Pick<FollowerNeeds, 'repository' | 'touch'>, asked: JobRecord): void {
  for (const part of partsBehind(repository, asked).filter(isBehind)) {
    // Who decided about the first decided about those behind it.
    const isDoubtful = asked.isDoubtful && part.isDoubtful
    touch(part, { dueAt: asked.dueAt, isPlanned: asked.isPlanned, promisedUntil: asked.promisedUntil, isDoubtful, ...(part.firstSentAt === null ? { intentAt: asked.dueAt } : {}) })
  }
}

/** All parts behind this one, however far. */
function partsBehind(repository: Pick<OutboxRepository, 'followersOf'>, job: Pick<JobRecord, 'id'>): readonly JobRecord[] {
  return repository.followersOf(job.id).flatMap((follower) => [follower, ...partsBehind(repository, follower)])
}

/** When the runner has to look at the job if it is to go at that time: not before the part before it is out. */
export function startOf(repository: Pick<OutboxRepository, 'read'>, job: Pick<JobRecord, 'afterJobId'>, dueAt: number): number | null {
  if (job.afterJobId === null) return dueAt
  return repository.read(job.afterJobId)?.state === 'published' ? dueAt : null
}
