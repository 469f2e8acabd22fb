import type { Job } from './job.ts'

/** In the details of the failure: nobody can send it, look for it or ask about it any more. */
export const accountRemovedReason = 'account_removed'

/** It may be out on an account that was removed since: only the person can tell. */
export function isOfRemovedAccount({ failure }: Pick<Job, 'failure'>): boolean {
  return failure?.details?.['reason'] === accountRemovedReason
}
