import type { Account } from '../../../shared/accounts/account.ts'
import type { CallLimits } from './network-limits.ts'
import type { NetworkResult } from './network-failure.ts'
import type { PaidReading } from '../../../shared/networks/paid-messages.ts'
import type { PublicMedia } from './network-public-media.ts'
import type { UploadWatch } from './network-upload-watch.ts'

/** What the keychain holds for an account: JSON that only the adapter understands (tokens, app password). */
export type Secret = string

/** What the network gave for the app that the user made there. From the keychain; never anywhere else. */
export interface AppCredentials {
  readonly clientId: string
  /** null: a public app, which has none. */
  readonly clientSecret: string | null
  /** Where the app's logins come back to, at networks that take https only; null: to this computer. */
  readonly redirectUri: string | null
}

/** An account in use: its row, its secret, and where a renewed secret goes. */
export interface AccountSession extends UploadWatch {
  readonly account: Pick<Account, 'id' | 'networkId' | 'serverUrl' | 'remoteId' | 'handle' | 'serverLimits' | 'lacksRights'>
  readonly secret: Secret
  /** Stores a renewed secret before it is used; fails if the keychain refuses. Only one renewal runs at a time for an account. */
  saveSecret(secret: Secret): Promise<void>
  /** The user's app of this id, as the keychain has it now: its secret may have been changed since the login. null: it is gone. */
  findApp?(clientId: string): Promise<NetworkResult<AppCredentials | null>>
  /** The account's budgets, for every call that is made with its access; left out for a login that no account has, and in tests of an adapter alone. */
  readonly limits?: CallLimits
  /** Told of private messages that were read and are paid for while something else was done; left out in tests of an adapter alone. */
  readonly onPaidReading?: (reading: PaidReading) => void
  /** Where files lie for a network that fetches them itself; left out where the client has no such place. */
  readonly publicMedia?: PublicMedia
}
