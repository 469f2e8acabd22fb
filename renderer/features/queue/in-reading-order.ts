import type { Account } from '../../../shared/accounts/account.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { openSection, openSections } from '../../../shared/outbox/open-section.ts'
import { numberOf } from '../../../shared/posts/thread-progress.ts'

/**
 * Open: section by section, in each by time, with the accounts of one post always in the same order. Finished: strictly by when each
 * was over, the newest first, so that a post taken back and scheduled anew reads as it happened.
 */
export function inReadingOrder(jobs: readonly Job[], view: 'open' | 'finished', accounts: readonly Pick<Account, 'id'>[]): readonly Job[] {
  if (view === 'finished') return jobs.toSorted((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  const placeOf = (job: Job): number => accounts.findIndex(({ id }) => id === job.accountId)
  return jobs.toSorted(
    (a, b) =>
      placeOfSection(a) - placeOfSection(b) ||
      (a.postId !== null && a.postId === b.postId && a.dueAt === b.dueAt ? placeOf(a) - placeOf(b) || numberOf(a) - numberOf(b) : 0)
  )
}

function placeOfSection(job: Job): number {
  return openSections.indexOf(openSection(job))
}
