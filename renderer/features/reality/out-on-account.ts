import type { Job } from '../../../shared/outbox/job.ts'

/** What of these can be compared: posts and parts of them that are out. */
export function outOnAccount(jobs: readonly Job[], accountId: string): readonly Job[] {
  return jobs.filter((job) => job.accountId === accountId && job.kind === 'publish_post' && job.state === 'published' && job.removedAt === undefined).toSorted((a, b) => (a.part?.number ?? 1) - (b.part?.number ?? 1))
}
