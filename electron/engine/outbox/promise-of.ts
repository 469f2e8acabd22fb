import type { Account } from '../../../shared/accounts/account.ts'
import { promisedUntil } from '../../../shared/schedule/promised-until.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

/** Up to when a post leaves by itself that is sent now on this account; null where it can be reached, so that nobody is promised anything. */
export type PromiseOf = (accountId: string) => number | null

export interface PromiseNeeds {
  readonly context: Pick<WorkspaceContext, 'clock' | 'workspace'>
  readonly accounts: Pick<AccountsService, 'read'>
  canReach(account: Account): boolean
}

export function createPromiseOf({ context, accounts, canReach }: PromiseNeeds): PromiseOf {
  return (accountId) => {
    const account = accounts.read(accountId)
    return account === null || canReach(account) ? null : promisedUntil(context.clock.now(), context.workspace().timeZone)
  }
}
