import type { InboxItem } from '../../../shared/inbox/inbox-item.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { mayModerate } from './answer-people.ts'
import type { ConversationRow, ItemRow } from './inbox-rows.ts'
import { mayBlockMessages } from './may-block-messages.ts'

export type MayDo = (act: 'hide' | 'lock' | 'block' | 'ban', row: ItemRow) => boolean

/** What the account of a conversation may do there today, by its network and by the rights of its login. */
export function createRightsThere(accounts: Pick<AccountsService, 'read' | 'adapterFor'>): (conversation: ConversationRow) => MayDo {
  return (conversation) => {
    const account = accounts.read(conversation.account_id)
    if (account === null) return (act) => act === 'block'
    const { capabilities } = accounts.adapterFor(account.networkId)
    return (act, item) => mayModerate(act, item, account, capabilities) && mayBlockMessages(act, conversation, account, accounts)
  }
}

/** The item without what may not be done about it, wherever it is shown. */
export function maskByRights(row: ItemRow, may: MayDo): { readonly row: ItemRow; readonly marks: Pick<InboxItem, 'authorIsOutOfReach'> } {
  return {
    row: { ...row, may_hide: may('hide', row) ? row.may_hide : 0, keep_out_place: row.is_own === 0 && may('ban', row) ? row.keep_out_place : null, lock_place: may('lock', row) ? row.lock_place : null },
    marks: row.is_own === 1 || may('block', row) ? {} : { authorIsOutOfReach: true }
  }
}
