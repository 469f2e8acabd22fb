import { t } from 'i18next'
import type { Account } from '../../shared/accounts/account.ts'
import { isByHand } from '../../shared/networks/is-by-hand.ts'

export interface LabelledAccount {
  readonly displayName: string
  readonly handle: string
  /** Its name stands on what it published, and it is marked as removed. */
  readonly isRemoved?: true | undefined
}

/** An account in one line of plain text: `Quai des Cafés (@quai@mastodon.example)`. */
export function accountLabel({ displayName, handle, isRemoved }: LabelledAccount): string {
  const label = displayName === '' || displayName === handle ? handle : `${displayName} (${handle})`
  return isRemoved === true ? t('components:removedAccount', { account: label }) : label
}

/** An account where its network's sign stands beside it: the handle. Networks where people publish by hand share one sign, and often a handle: there the name says which it is. */
export function shortName(account: Pick<Account, 'networkId' | 'displayName' | 'handle'>): string {
  return isByHand(account.networkId) ? accountLabel(account) : account.handle
}
