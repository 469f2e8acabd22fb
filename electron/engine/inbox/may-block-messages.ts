import type { Account } from '../../../shared/accounts/account.ts'
import { isBlock, type Act } from '../../../shared/networks/acts.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { ConversationRow } from './inbox-rows.ts'

type Place = Pick<ConversationRow, 'kind' | 'remote_id'>

/** Whether a block of this account's in this conversation is about private messages alone. */
export function isBlockOfMessages(act: Act, { kind }: Pick<Place, 'kind'>, { blocksMessages }: Pick<NetworkCapabilities, 'blocksMessages'>): boolean {
  return kind === 'message' && blocksMessages !== undefined && isBlock(act)
}

/** Whether that may be done here: between two alone, since a group says of none of its messages who wrote it, and with the right. Everything else is judged elsewhere. */
export function mayBlockMessages(act: Act, place: Place, { lacksRights = [], networkId }: Pick<Account, 'lacksRights' | 'networkId'>, accounts: Pick<AccountsService, 'adapterFor'>): boolean {
  const { capabilities, isGroup } = accounts.adapterFor(networkId)
  if (!isBlockOfMessages(act, place, capabilities)) return true
  return isGroup?.(place.remote_id) !== true && capabilities.blocksMessages !== undefined && !lacksRights.includes(capabilities.blocksMessages.right)
}
