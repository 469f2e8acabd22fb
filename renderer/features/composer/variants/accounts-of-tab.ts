import type { Account } from '../../../../shared/accounts/account.ts'
import { keptWith } from '../../../../shared/posts/kept-together.ts'
import type { ReadyState } from '../composer-state.ts'

/** While one account is in the editor, what only other ones have would be taken for its own. */
export function accountsOfTab({ editing, post: { content }, accounts }: Pick<ReadyState, 'editing' | 'post' | 'accounts'>): readonly Account[] {
  return editing === null ? accounts : accounts.filter(({ id }) => keptWith(content, editing).includes(id))
}
