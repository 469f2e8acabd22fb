import type { Account } from '../../../shared/accounts/account.ts'
import type { AssistedId } from '../../../shared/networks/assisted-networks.ts'
import type { AccountSession, AppCredentials, Secret } from './network-session.ts'
import type { NetworkResult } from './network-failure.ts'

/** Who the network says we are; becomes the account's row. */
export interface AccountIdentity {
  readonly handle: string
  readonly displayName: string
  readonly serverUrl: string
  readonly remoteId: string
  readonly accessEndsAt: number | null
  readonly serverLimits: Account['serverLimits']
  /** What the access may do, as the network names it. Left out: not told. */
  readonly granted?: readonly string[]
}

/** What an access was renewed to. `granted`: see AccountIdentity. */
export interface RenewedAccess {
  readonly secret: Secret
  readonly accessEndsAt: number | null
  readonly granted?: readonly string[]
}

/** What a login opens. */
export interface Opened {
  readonly identity: AccountIdentity
  readonly secret: Secret
}

export interface AppPasswordConnect {
  readonly kind: 'app_password'
  connect(input: { serverUrl: string; identifier: string; appPassword: string; signal: AbortSignal }): Promise<NetworkResult<{ identity: AccountIdentity; secret: Secret }>>
  /** What the secret opens that only one account may use: what one account has read of it, no other gets. Left out where there is no such thing. */
  onlyForOne?(secret: Secret): string | null
  /** Asks the network who we are with the session. */
  whoAmI(session: AccountSession): Promise<NetworkResult<AccountIdentity>>
  /**
   * Renews the access without the user, from the session's secret. Left out where access does not expire. The accounts service calls it, once
   * at a time for an account, after a call ended in `auth_expired`; it stores the new secret and makes that call once more.
   */
  renew?(session: AccountSession): Promise<NetworkResult<RenewedAccess>>
  /** Ends the access at the network where it can be ended; the secret is deleted in any case. */
  revoke(session: AccountSession): Promise<NetworkResult<null>>
  /**
   * Each login brings a secret of its own, and `revoke` ends what that one opens, never another login of the same account. Only then is what nobody uses
   * any more ended without being asked for.
   */
  readonly endsOneLogin?: true
}

export interface BrowserLogin {
  /**
   * `pending` is kept in memory for ten minutes and given back to `complete`; it may hold the verifier and client secret. `app`: the user's own, where the
   * capabilities speak of one; null: there is none. `withMore`: with the rights that the app may be without. `identifier`: whose login it is, at networks that want to know beforehand.
   */
  begin(input: { serverUrl: string; identifier?: string | undefined; redirectUri: string; app: AppCredentials | null; withMore?: boolean | undefined; signal: AbortSignal }): Promise<NetworkResult<{ loginUrl: string; state: string; pending: string }>>
  /** `issuer`: the server that the redirect names as its own sender (RFC 9207); null when it names none. `others`: one login opens several, and the person chooses. */
  complete(input: { pending: string; code: string; issuer: string | null; signal: AbortSignal }): Promise<NetworkResult<Opened & { readonly others?: readonly Opened[] }>>
  /** Asks the network whether it knows the app and its secret, without a login. `not_told`: it does not say before one. */
  checkApp?(input: { app: AppCredentials; redirectUri: string; signal: AbortSignal }): Promise<NetworkResult<'accepted' | 'not_told'>>
  /** Whether two numbers are of one account, where several logins reach the same one under numbers of their own. Left out: each number is an account. */
  isSame?(remoteId: string, other: string): boolean
}

export interface BrowserConnect extends BrowserLogin {
  readonly kind: 'browser_login'
  whoAmI(session: AccountSession): Promise<NetworkResult<AccountIdentity>>
  /** What the access may do, as the network names it; null: it did not say. Left out where the network is not asked: its login says so, and each renewal. */
  readGranted?(session: AccountSession): Promise<NetworkResult<readonly string[] | null>>
  /** As in AppPasswordConnect. */
  renew?(session: AccountSession): Promise<NetworkResult<RenewedAccess>>
  revoke(session: AccountSession): Promise<NetworkResult<null>>
  /** As in AppPasswordConnect. */
  readonly endsOneLogin?: true
}

/** A network where the person publishes, as they describe it. */
export interface AssistedAccount {
  readonly assistedId: AssistedId
  readonly networkName: string
  readonly address: string
  readonly handle: string
}

/** Nobody is asked who we are: the user says it (`accounts.addAssisted`). */
export interface ByHandConnect {
  readonly kind: 'by_hand'
  describe(account: AssistedAccount): NetworkResult<{ identity: AccountIdentity; secret: Secret }>
  whoAmI(session: AccountSession): Promise<NetworkResult<AccountIdentity>>
  renew?(session: AccountSession): Promise<NetworkResult<RenewedAccess>>
  revoke(session: AccountSession): Promise<NetworkResult<null>>
  readonly endsOneLogin?: true
}
