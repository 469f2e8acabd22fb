import { describeAccess } from '../accounts/access.ts'
import type { Account } from '../accounts/account.ts'
import type { PostProblem } from './post-problem.ts'

/** When a post is to leave; null: at once. In ms since the epoch. */
export interface LeavesAt {
  readonly dueAt: number | null
  readonly now: number
}

/**
 * Accounts whose access does not last until the post leaves. Over already: nothing can be sent (`stop`). Over by then: there is time to renew it (`warn`).
 * `details.endsAt` is the end, in ms since the epoch. An account that waits for a login says so in `checkPost`.
 */
export function checkAccess(accountIds: readonly string[], accounts: readonly Account[], { dueAt, now }: LeavesAt): readonly PostProblem[] {
  return accountIds.flatMap((accountId): readonly PostProblem[] => {
    const account = accounts.find(({ id }) => id === accountId)
    if (account === undefined || account.state !== 'connected' || account.accessEndsAt === null) return []
    const details = { endsAt: account.accessEndsAt }
    if (describeAccess(account, now).kind === 'ended') return [{ severity: 'stop', code: 'access_ended', accountId, details }]
    return dueAt !== null && dueAt >= account.accessEndsAt ? [{ severity: 'warn', code: 'access_ends_before', accountId, details }] : []
  })
}
