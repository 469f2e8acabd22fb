import { isDeepStrictEqual } from 'node:util'
import type { Account, UnservedAccount } from '../../../shared/accounts/account.ts'
import type { Result } from '../../../shared/contract/result.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { PaidReading } from '../../../shared/networks/paid-messages.ts'
import type { PublicMedia } from '../networks/network-public-media.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import { mergeHandlers } from '../rpc/request-handlers.ts'
import { mediaHostReferenceOf } from '../media-host/media-host-service.ts'
import type { RateLimits } from '../limits/rate-limits-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createAccessNotices } from './access-notices.ts'
import { createAccessWatch } from './access-watch.ts'
import { createAccountSessions } from './account-sessions.ts'
import { createAccountsHandlers } from './accounts-handlers.ts'
import { createAccountsRepository, type AccountRecord, type AccountsRepository } from './accounts-repository.ts'
import type { AccountsService } from './accounts-service.ts'
import type { LoginPlace } from './browser-logins.ts'
import { createEndAccess } from './end-access.ts'
import { createLearnRights } from './learn-rights.ts'
import type { NewConnection } from './new-connection.ts'
import { createNoteLimits } from './note-limits.ts'
import { createOwnApps, ownAppReferencesOf } from './own-apps.ts'
import { createOwnAppsHandlers } from './own-apps-handlers.ts'
import { createSaveConnection } from './save-connection.ts'
import type { SecretPlaces } from './secret-places.ts'
import { isReachedAs, type SharedAccounts } from './shared-accounts.ts'

export interface AccountsFeature extends Feature {
  readonly service: AccountsService
  /** What a login in the browser needs: the user's own apps, and where the connection is saved. */
  readonly loginPlace: LoginPlace
  /**
   * After a login: the secret goes to the keychain, then the account gets its row. The account that is already here is renewed instead;
   * fails with `account_in_use` when it is here and its access works.
   */
  saveConnection(connection: NewConnection): Promise<Result<Account>>
  /** Deletes every secret of the workspace; ends at the first that the keychain refuses. */
  deleteSecrets(): Promise<Result<null>>
}

export interface AccountsNeeds {
  readonly secrets: EngineSecrets
  /** null for a network without adapter. */
  findAdapter(networkId: NetworkId): NetworkAdapter | null
  readonly limits: RateLimits
  readonly places: SecretPlaces
  readonly sharedAccounts: SharedAccounts
  /** See AccountSession; null: the client has none. */
  publicMedia(): PublicMedia | null
  /** Private messages were read, and paid for, while something that may have arrived was looked for. */
  onPaidReading(accountId: string, reading: PaidReading): void
}

export function createAccounts(context: WorkspaceContext, { secrets, findAdapter, limits, places, sharedAccounts, publicMedia, onPaidReading }: AccountsNeeds): AccountsFeature {
  const repository = createAccountsRepository(context.database)
  const changeListeners = new Set<(accountId: string) => void>()
  const removeListeners = new Set<(accountId: string) => void>()
  const objections = new Set<(accountId: string) => StudioError | null>()
  const workspaceId = context.workspace().id
  /** Ends the calls of `accounts.*` requests when the workspace closes. */
  const stopping = new AbortController()

  function announce(accountId: string): void {
    context.emit('accounts.changed', { workspaceId, ids: [accountId] })
    for (const listener of changeListeners) listener(accountId)
    accessWatch.accountsChanged()
  }

  const adapterFor = orThrow(findAdapter)

  function setState(accountId: string, state: Account['state']): void {
    const account = read(accountId)
    if (account === null || account.state === state) return
    repository.setState(accountId, state)
    announce(accountId)
    if (state !== 'connected') context.emit('alert.raised', { workspaceId, kind: 'account_needs_login', subjectId: accountId, title: account.handle, count: 1 })
  }

  function read(accountId: string): Account | null {
    const record = repository.find(accountId)
    return record === null || record.isRemoved || !isServed(record) ? null : record.account
  }

  const isServed = ({ account }: AccountRecord): boolean => findAdapter(account.networkId) !== null

  function listUnserved(): readonly UnservedAccount[] {
    const withoutAdapter = repository.listAll().filter((record) => !isServed(record)).map(({ account: { networkId, ...account }, isRemoved }) => ({ isRemoved, account: { ...account, networkName: networkId } }))
    return [...repository.listForeign(), ...withoutAdapter].flatMap(({ account: { id, networkName, handle, displayName, serverUrl }, isRemoved }) => (isRemoved ? [] : [{ id, networkName, handle, displayName, serverUrl }]))
  }

  const apps = createOwnApps(secrets, workspaceId)
  const endAccess = createEndAccess({ clock: context.clock, log: context.log, apps, adapterFor, stopping: stopping.signal })
  const noteGranted = (accountId: string, granted: readonly string[]): void => noteRights(repository, accountId, granted, announce)
  const sessions = createAccountSessions({ repository, secrets, apps, adapterFor, setState, noteGranted, limits, clock: context.clock, endAccess, publicMedia, onPaidReading })
  const accessNotices = createAccessNotices(context.database)
  const accessWatch = createAccessWatch({ context, sessions, notices: accessNotices, learnRights: createLearnRights({ clock: context.clock, log: context.log, repository, sessions, findAdapter, noteGranted, stopping: stopping.signal }), list: () => service.list(), announce })
  const service: AccountsService = {
    list: () => repository.listAll().flatMap((record) => (record.isRemoved || !isServed(record) ? [] : [record.account])),
    listRemoved: () => repository.listAll().flatMap(({ account, isRemoved }) => (isRemoved ? [{ ...account, isRemoved: true as const }] : [])),
    listUnserved, read, adapterFor,
    beginWithTerms: (accountId, does) => setBeginning(repository, read(accountId), does, announce),
    ...createNoteLimits({ repository, read, now: () => context.clock.now(), announce }), withSession: (accountId, signal, call) => sessions.run(accountId, signal, call),
    onChange: (listener) => subscribe(changeListeners, listener),
    onRemoveAsked: (listener) => subscribe(objections, listener),
    onRemove: (listener) => subscribe(removeListeners, listener)
  }
  function marked(account: Account): Account {
    const alsoAt = sharedAccounts.alsoAt(workspaceId, account)
    return alsoAt.length === 0 ? account : { ...account, alsoAt: [...alsoAt] }
  }

  const leaveShared = sharedAccounts.join(workspaceId, (account) => repository.findSame(account.networkId, account)?.isRemoved === false || repository.listAll().some((one) => !one.isRemoved && one.account.networkId === account.networkId && isReachedAs(adapterFor(account.networkId), one.account, account)))
  const saveConnection = createSaveConnection({ context, repository, secrets, sessions, places, adapterFor, announce, read, marked, endAccess })
  const leave = places.join((networkId) => repository.listAll().flatMap(({ account, isRemoved, secretReference }) => (isRemoved || account.networkId !== networkId ? [] : [{ accountId: account.id, secretReference }])))

  /** Why the account must not be removed now. Only where the access works: without it nothing could be mended first, and nobody is kept from removing. */
  function objectionToRemoval(accountId: string): StudioError | null {
    return read(accountId)?.state === 'connected' ? ([...objections].flatMap((objectionTo) => objectionTo(accountId) ?? [])[0] ?? null) : null
  }

  return {
    service,
    saveConnection,
    loginPlace: { saveConnection, endAccess, findApp: (networkId) => apps.find(networkId), remoteIdOf: (accountId) => read(accountId)?.remoteId ?? null },
    handlers: mergeHandlers([
      createAccountsHandlers({ context, repository, secrets, sessions, service, findAdapter, saveConnection, marked, announce, removeListeners, objectionToRemoval, accessNotices, stopping: stopping.signal }),
      createOwnAppsHandlers({ clock: context.clock, apps, findAdapter, stopping: stopping.signal })
    ]),
    async deleteSecrets() {
      const ofAccounts = [...repository.listAll(), ...repository.listForeign()].map(({ secretReference }) => secretReference)
      // A renewal that is out, or that the keychain has not taken, would bring a secret back.
      const keepAsItWas = repository.listAll().map(({ account }) => sessions.forgetCallsBefore(account.id))
      for (const reference of [...ofAccounts, ...ownAppReferencesOf(workspaceId), mediaHostReferenceOf(workspaceId)]) {
        const deleted = await secrets.delete(reference)
        if (deleted.ok) continue
        keepAsItWas.forEach((keep) => keep())
        return deleted
      }
      return { ok: true, value: null }
    },
    startBackgroundWork: accessWatch.start,
    systemResumed: accessWatch.lookNow,
    async stop() {
      stopping.abort()
      leave()
      leaveShared()
      const watchEnds = accessWatch.stop()
      await sessions.stop()
      await watchEnds
      changeListeners.clear()
    }
  }
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function orThrow(findAdapter: AccountsNeeds['findAdapter']): (networkId: NetworkId) => NetworkAdapter {
  return (networkId) => {
    const adapter = findAdapter(networkId)
    if (adapter === null) throw new Error(`no adapter for ${networkId}`)
    return adapter
  }
}

function noteRights(repository: Pick<AccountsRepository, 'find' | 'setGranted'>, accountId: string, granted: readonly string[], announce: (accountId: string) => void): void {
  const record = repository.find(accountId)
  if (record === null || isDeepStrictEqual(record.granted, granted)) return
  repository.setGranted(accountId, granted)
  announce(accountId)
}

/** Whether the account's next post begins with terms. false: there is no such account. */
function setBeginning(repository: Pick<AccountsRepository, 'setBeginsWithTerms'>, account: Account | null, does: boolean, announce: (accountId: string) => void): boolean {
  if (account === null) return false
  if ((account.beginsWithTerms === true) === does) return true
  repository.setBeginsWithTerms(account.id, does)
  announce(account.id)
  return true
}
