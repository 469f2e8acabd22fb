import type { Account } from '../../../shared/accounts/account.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { AccountSessions } from './account-sessions.ts'
import type { AccountRecord, AccountsRepository } from './accounts-repository.ts'
import type { EndAccess } from './end-access.ts'
import type { NewConnection } from './new-connection.ts'
import { isReachedAs } from './shared-accounts.ts'
import type { SecretPlaces } from './secret-places.ts'

export interface SaveConnectionNeeds {
  readonly context: WorkspaceContext
  readonly repository: AccountsRepository
  readonly secrets: EngineSecrets
  readonly sessions: AccountSessions
  /** Of every open workspace. */
  readonly places: SecretPlaces
  adapterFor(networkId: NetworkId): NetworkAdapter
  announce(accountId: string): void
  read(accountId: string): Account | null
  /** With the other clients that have it too. */
  marked(account: Account): Account
  readonly endAccess: EndAccess
}

/** Access that ends this soon may be renewed by a new login although it still works. */
const renewableBeforeEndMs = 14 * 86_400_000

/**
 * Makes the last step of every login. The row is found by who the network says the account is, never by which row the user started from:
 * logging in as somebody else makes a second account, or is refused where a certain one was asked for; it cannot take over the first.
 */
export function createSaveConnection(needs: SaveConnectionNeeds): (connection: NewConnection) => Promise<Result<Account>> {
  const { context, repository, secrets, sessions, announce, read, marked } = needs
  /** One after the other: two logins of the same account at once must not both find it missing. */
  let last: Promise<unknown> = Promise.resolve()

  async function save(connection: NewConnection): Promise<Result<Account>> {
    const existing = repository.findSame(connection.networkId, connection.identity)
    if (connection.accountId !== undefined) return renewAsked(connection.accountId, existing, connection)
    const reached = existing?.isRemoved === false ? null : findReached(connection)
    if (reached !== null) return fail(studioError('account_in_use', 'another login reaches this account already', { details: { handle: reached.account.handle, reason: 'through_another_login' } }))
    if (existing === null) return add(connection)
    if (await isStillInUse(existing)) {
      return fail(studioError('account_in_use', 'this account is already connected in this workspace', { details: { handle: existing.account.handle } }))
    }
    return renew(existing, connection)
  }

  /** The access that is there stays untouched until the keychain has the new one; a login as somebody else changes nothing at all. */
  async function renewAsked(accountId: string, came: AccountRecord | null, connection: NewConnection): Promise<Result<Account>> {
    const asked = repository.find(accountId)
    if (asked === null || asked.isRemoved) return fail(studioError('not_found', 'the account to connect again is not there', { details: { what: 'account' } }))
    if (came?.account.id !== accountId) {
      const isReached = findReached(connection)?.account.id === accountId
      return fail(studioError('other_account', 'the login came back as another account', { details: { handle: asked.account.handle, came: connection.identity.handle, ...(isReached ? { reason: 'through_another_login' } : {}) } }))
    }
    return renew(asked, connection)
  }

  /** The same account, as another login reaches it: what that one has read and published bears its names, so it stays with it. */
  function findReached({ networkId, identity: { serverUrl, remoteId } }: NewConnection): AccountRecord | null {
    return repository.listAll().find(({ account, isRemoved }) => !isRemoved && isReachedAs(needs.adapterFor(networkId), account, { networkId, serverUrl, remoteId })) ?? null
  }

  async function isStillInUse({ account, isRemoved }: AccountRecord): Promise<boolean> {
    if (isRemoved || account.state !== 'connected') return false
    if (account.accessEndsAt !== null && account.accessEndsAt - context.clock.now() < renewableBeforeEndMs) return false
    // The row says connected, but the user logs in again, perhaps because the access was withdrawn at the network: ask it.
    const answer = await sessions.run(account.id, new AbortController().signal, (session, adapter) => adapter.connect.whoAmI(session))
    return answer.ok
  }

  /** Something that only one account may use, and another one has, here or at another client: it is not said which. */
  async function objectionTo({ networkId, secret }: NewConnection, accountId: string): Promise<StudioError | null> {
    const { connect } = needs.adapterFor(networkId)
    const only = connect.kind === 'app_password' ? (connect.onlyForOne?.(secret) ?? null) : null
    if (only === null || connect.kind !== 'app_password') return null
    for (const place of needs.places.of(networkId)) {
      if (place.accountId === accountId) continue
      const other = await secrets.get(place.secretReference)
      if (!other.ok) return other.error
      if (other.value !== null && connect.onlyForOne?.(other.value) === only) return studioError('login_refused', 'another account uses this bot', { details: { reason: 'bot_in_use' } })
    }
    return null
  }

  async function add(connection: NewConnection): Promise<Result<Account>> {
    const { networkId, identity, secret } = connection
    const accountId = context.random.id()
    const objection = await objectionTo(connection, accountId)
    if (objection !== null) return fail(objection)
    const reference = `${context.workspace().id}:${accountId}`
    const saved = await secrets.put(reference, secret)
    if (!saved.ok) return saved
    try {
      repository.insert(accountId, networkId, reference, identity, context.clock.now())
    } catch (error) {
      await secrets.delete(reference)
      throw error
    }
    return finish(accountId)
  }

  async function renew({ account, secretReference }: AccountRecord, connection: NewConnection): Promise<Result<Account>> {
    const { identity, secret } = connection
    const objection = await objectionTo(connection, account.id)
    if (objection !== null) return fail(objection)
    // A renewal of the old access that ends while the keychain is at work must not take the new one's place.
    const keepAsItWas = sessions.forgetCallsBefore(account.id)
    const before = await secrets.get(secretReference)
    const saved = await secrets.put(secretReference, secret)
    if (!saved.ok) {
      keepAsItWas()
      return saved
    }
    sessions.forgetCallsBefore(account.id)
    repository.updateIdentity(account.id, identity, context.clock.now(), context.clock.now())
    // Only now: had the keychain refused the new one, the old one would still be needed. Nobody waits for it.
    if (before.ok && before.value !== null && before.value !== secret) void needs.endAccess(account.networkId, { identity: account, secret: before.value })
    return finish(account.id)
  }

  async function saveOrEnd(connection: NewConnection): Promise<Result<Account>> {
    const saved = await save(connection)
    if (!saved.ok) void needs.endAccess(connection.networkId, connection)
    return saved
  }

  function finish(accountId: string): Result<Account> {
    announce(accountId)
    const account = read(accountId)
    if (account === null) throw new Error('the account just saved is not there')
    return succeed(marked(account))
  }

  return (connection) => {
    const turn = last.then(() => saveOrEnd(connection))
    last = turn.catch(() => undefined) // The caller gets the error; the next login only waits for the end.
    return turn
  }
}
