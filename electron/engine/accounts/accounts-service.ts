import type { Account, UnservedAccount } from '../../../shared/accounts/account.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { AccountSession } from '../networks/network-session.ts'
import type { NetworkResult } from '../networks/network-failure.ts'

/** What the other features know of accounts. Nobody else reads the `accounts` table or the keychain. */
export interface AccountsService {
  /** Accounts in use, oldest first; removed ones and those that cannot be served are not among them. */
  list(): readonly Account[]
  /** Those that were removed from the client: only to say where something went out, or was to. */
  listRemoved(): readonly Account[]
  /** Accounts in use whose network this version has no adapter for. */
  listUnserved(): readonly UnservedAccount[]
  /** null when there is no such account here, it was removed, or it cannot be served. */
  read(accountId: string): Account | null
  /** Whether its next post begins with terms. false: there is no such account. */
  beginWithTerms(accountId: string, does: boolean): boolean
  /** What its server just told: kept with the moment. What it did not tell stays as it was. */
  noteLimits(accountId: string, told: Account['serverLimits']): void
  /** When its server last told what it takes; null: never, or there is no such account. */
  limitsReadAt(accountId: string): number | null
  /** Throws for a network that has no adapter: a bug, since accounts without one are not given out. */
  adapterFor(networkId: NetworkId): NetworkAdapter
  /**
   * Runs a call with the account's session and gives its result.
   * The secret is read from the keychain. When the call ends in `auth_expired` and the adapter can renew, the access is renewed (once at a
   * time for an account, whoever asks) and the call is made once more. `auth_revoked` turns the account to `needs_login`; a secret that is
   * gone from the keychain to `secret_missing`, with the failure `auth_revoked`. No keychain is a `not_sent` failure and changes nothing.
   */
  withSession<T>(
    accountId: string,
    signal: AbortSignal,
    call: (session: AccountSession, adapter: NetworkAdapter) => Promise<NetworkResult<T>>
  ): Promise<NetworkResult<T>>
  /** After a commit: the account was added, renewed, changed its state, or was removed. Returns the function that ends it. */
  onChange(listener: (accountId: string) => void): () => void
  /** Asked before an account that works is removed, while its access could still be used: why that must not be now; null: it may. */
  onRemoveAsked(objectionTo: (accountId: string) => StudioError | null): () => void
  /** Runs inside the transaction that removes an account (cancel its jobs here). Must not wait. Returns the function that ends it. */
  onRemove(insideTransaction: (accountId: string) => void): () => void
}
