import { isByHand } from '../../../shared/networks/is-by-hand.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

/** For how long what was just asked for can be taken back on an account before it leaves. */
export type UndoSeconds = (accountId: string) => number

/** Where the person publishes, nothing leaves by itself: the card is there at once. */
export function createUndoSeconds({ workspace }: Pick<WorkspaceContext, 'workspace'>, accounts: Pick<AccountsService, 'read'>): UndoSeconds {
  return (accountId) => (isByHand(accounts.read(accountId)?.networkId ?? null) ? 0 : workspace().safety.undoSeconds)
}
