import type { Job } from '../outbox/job.ts'

type JobFacts = Pick<Job, 'state' | 'part'>

/** How far a thread is on one account. */
export interface ThreadProgress {
  readonly out: number
  readonly of: number
  /** The last of them is the account's own first comment. */
  readonly hasComment: boolean
}

/** `jobs`: those of one post for one account, oldest first. null when the post is one part there, or was never planned. */
export function threadProgress(jobs: readonly JobFacts[]): ThreadProgress | null {
  const out = lastOut(jobs)
  // What was planned last counts: before a thread is taken up again it may become longer or shorter.
  const planned = jobs.findLast((job) => job.state !== 'cancelled') ?? jobs.at(-1)
  const of = planned?.part?.of ?? 1
  return of === 1 ? null : { out: out === null ? 0 : numberOf(out), of, hasComment: planned?.part?.hasComment === true }
}

/** Whether everything that was meant for the account is out. */
export function isWhollyOut(jobs: readonly JobFacts[]): boolean {
  const out = lastOut(jobs)
  return out !== null && numberOf(out) >= (out.part?.of ?? 1)
}

/** The job of the last part that is out; null when none is. Parts go out in order, so this one says it all. */
export function lastOut<Facts extends JobFacts>(jobs: readonly Facts[]): Facts | null {
  const out = jobs.filter((job) => job.state === 'published')
  return out.reduce<Facts | null>((last, job) => (last === null || numberOf(job) >= numberOf(last) ? job : last), null)
}

/** 1 for a post that is one part. */
export function numberOf(job: Pick<Job, 'part'>): number {
  return job.part?.number ?? 1
}
