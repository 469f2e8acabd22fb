import type { Account } from '../../../shared/accounts/account.ts'
import type { ConversationKind, InboxItem } from '../../../shared/inbox/inbox-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'

/** Whether the discussion is closed on a network that lets nobody answer then, not even whoever closed it. */
export function answersAreClosed(kind: ConversationKind, items: readonly Pick<InboxItem, 'isOwn' | 'isLocked'>[], account: Pick<Account, 'networkId'> | undefined): boolean {
  if (kind !== 'comment' || account === undefined || capabilitiesOf(account.networkId).lock?.refusesAnswers === undefined) return false
  return items.findLast(({ isOwn }) => !isOwn)?.isLocked === true
}
