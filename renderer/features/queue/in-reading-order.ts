import type { Account } from '../../../shared/accounts/account.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { numberOf } from '../../../shared/posts/thread-progress.ts'
import { waitsForDecision } from './job-decisions.ts'

/**
 * Open: what asks for a decision first, else by time, with the accounts of one post always in the same order. Finished: strictly by when each
 * was over, the newest first, so that a post taken back and scheduled anew reads as it happened.
 */
export function inReadingOrder(jobs: readonly Job[], view: 'open' | 'finished', accounts: readonly Pick<Account, 'id'>[]): readonly Job[] {
  if (view === 'finished') return jobs.toSorted((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  const placeOf = (job: Job): number => accounts.findIndex(({ id }) => id === job.accountId)
  return jobs.toSorted(
    (a, b) =>
      Number(waitsForDecision(b)) - Number(waitsForDecision(a)) ||
      (a.postId !== null && a.postId === b.postId && a.dueAt === b.dueAt ? placeOf(a) - placeOf(b) || numberOf(a) - numberOf(b) : 0)
  )
}
