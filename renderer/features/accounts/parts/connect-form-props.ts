import type { AssistedId } from '../../../../shared/networks/assisted-networks.ts'
import type { Account } from '../../../../shared/accounts/account.ts'

export interface ConnectFormProps {
  readonly workspaceId: string
  /** Set when an existing account is reconnected: its server and name are filled in. */
  readonly account: Account | null
  /** The login begins by itself: the user has asked for it by renewing the account. */
  readonly isAtOnce: boolean
  /** The network to publish on by hand that was chosen; null for the form's own. */
  readonly assistedId: AssistedId | null
  readonly onConnected: (account: Account) => void
}
