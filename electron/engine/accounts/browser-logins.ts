import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { LoginChoice } from '../../../shared/contract/accounts.contract.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import { networkIdSchema, type NetworkId } from '../../../shared/networks/network-id.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { BrowserLogin, Opened } from '../networks/network-connect.ts'
import type { AppCredentials } from '../networks/network-session.ts'
import type { Clock } from '../time/clock.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import { connectFailure } from './connect-failure.ts'
import type { EndAccess } from './end-access.ts'
import { createLoginChoices } from './login-choices.ts'
import type { NewConnection } from './new-connection.ts'

/** Logins that go through the system's browser. What has to be remembered meanwhile stays in memory: it holds the verifier. */
export interface BrowserLogins {
  begin(input: { loginId: string; workspaceId: string; networkId: string; serverUrl: string; identifier?: string | undefined; redirectUri: string | null; accountId?: string | undefined; withMore?: boolean | undefined }): Promise<Result<{ loginUrl: string; state: string }>>
  /** Works once for each login, within ten minutes. */
  complete(input: { loginId: string; code: string; issuer: string | null }): Promise<Result<{ account: Account }>>
  /** Which of the accounts that a login opens is meant. */
  choose(input: { loginId: string; remoteId: string }): Result<Record<string, never>>
  /** At any time until the account is being saved: what the login brings by then is not kept. */
  abandon(input: { loginId: string }): Result<Record<string, never>>
  stop(): void
}

export interface BrowserLoginsNeeds {
  readonly clock: Clock
  findAdapter(networkId: NetworkId): NetworkAdapter | null
  /** What a login needs of its workspace; fails when that is not there. */
  placeOf(workspaceId: string): Result<LoginPlace>
  /** The login opens several accounts: the person is asked. */
  offerChoice(loginId: string, choices: readonly LoginChoice[]): void
}

export interface LoginPlace {
  saveConnection(connection: NewConnection): Promise<Result<Account>>
  readonly endAccess: EndAccess
  findApp(networkId: NetworkId): Promise<Result<AppCredentials | null>>
  /** Who the account to be connected again is at its network; null: there is no such account. */
  remoteIdOf(accountId: string): string | null
}

/** How a network is logged in to through the browser; undefined where it is not. */
export function browserLoginOf({ connect, browserLogin }: NetworkAdapter): BrowserLogin | undefined {
  return connect.kind === 'browser_login' ? connect : browserLogin
}

interface PendingLogin {
  readonly workspaceId: string
  readonly networkId: NetworkId
  readonly connect: BrowserLogin
  readonly pending: string
  readonly accountId: string | undefined
  readonly forget: () => void
}

const pendingForMs = 10 * 60_000
const callDeadlineMs = 60_000

export function createBrowserLogins({ clock, findAdapter, placeOf, offerChoice }: BrowserLoginsNeeds): BrowserLogins {
  const logins = new Map<string, PendingLogin>()
  /** Those whose code has come, until the account is saved. */
  const completing = new Map<string, AbortController>()
  const choices = createLoginChoices(clock, offerChoice)
  const stopping = new AbortController()

  /** Single use: whoever asks second finds nothing. */
  function take(loginId: string): PendingLogin | undefined {
    const login = logins.get(loginId)
    login?.forget()
    logins.delete(loginId)
    return login
  }

  function wayIn(networkName: string): { networkId: NetworkId; adapter: NetworkAdapter; connect: BrowserLogin } | null {
    const networkId = networkIdSchema.safeParse(networkName)
    const adapter = networkId.success ? findAdapter(networkId.data) : null
    const connect = adapter === null ? undefined : browserLoginOf(adapter)
    return adapter === null || connect === undefined ? null : { networkId: adapter.capabilities.id, adapter, connect }
  }

  /**
   * The network's answer is waited for also when the login was given up meanwhile: a call that is cut off may have opened a session, and only
   * whoever has its secret can end it. Whoever gave it up does not wait for that.
   */
  async function finish(loginId: string, login: PendingLogin, place: LoginPlace, { code, issuer, abandoned }: { code: string; issuer: string | null; abandoned: AbortSignal }): Promise<Result<{ account: Account }>> {
    const completed = await runWithDeadline(clock, callDeadlineMs, stopping.signal, (signal) => login.connect.complete({ pending: login.pending, code, issuer, signal }))
    if (!completed.ok) return fail(completed.failure.error)
    const remoteId = login.accountId === undefined ? null : place.remoteIdOf(login.accountId)
    const wanted = remoteId === null ? null : { remoteId, isReachedAs: (other: string) => login.connect.isSame?.(remoteId, other) === true }
    const chosen = abandoned.aborted ? null : await choices.ask(loginId, completed.value, wanted)
    if (chosen === null || abandoned.aborted) {
      const { others = [], ...first } = completed.value
      void endAll(place, login.networkId, [first, ...others])
      return fail(studioError('login_cancelled', 'nobody said which account is meant', { retryable: true }))
    }
    // From here on it is too late to give it up, and the answer says so.
    completing.delete(loginId)
    const saved = await place.saveConnection({ networkId: login.networkId, accountId: login.accountId, ...chosen })
    return saved.ok ? succeed({ account: saved.value }) : saved
  }

  return {
    async begin({ loginId, workspaceId, networkId: networkName, serverUrl, identifier, redirectUri: listeningAt, accountId, withMore }) {
      const way = wayIn(networkName)
      if (way === null) return fail(studioError('invalid_input', 'this network is not connected through the browser'))
      const { networkId, connect } = way
      const app = await appFor(way.adapter, placeOf(workspaceId))
      if (!app.ok) return app
      // An app that is public comes back to its own page, although this computer would listen.
      const redirectUri = app.value?.redirectUri ?? listeningAt
      if (redirectUri === null) return fail(studioError('invalid_input', 'the login has no address to come back to'))
      if (logins.has(loginId) || completing.has(loginId)) return fail(studioError('conflict', 'this login has already begun'))
      const begun = await runWithDeadline(clock, callDeadlineMs, stopping.signal, (signal) => connect.begin({ serverUrl, identifier, redirectUri, app: app.value, withMore, signal }))
      if (!begun.ok) return fail(connectFailure(begun.failure.error, way.adapter.capabilities, serverUrl))
      const { loginUrl, state, pending } = begun.value
      logins.set(loginId, { workspaceId, networkId, connect, pending, accountId, forget: clock.after(pendingForMs, () => logins.delete(loginId)) })
      return succeed({ loginUrl, state })
    },
    async complete({ loginId, code, issuer }) {
      const login = take(loginId)
      if (login === undefined) return fail(studioError('login_cancelled', 'this login is over: it was used, given up, or took longer than ten minutes'))
      const place = placeOf(login.workspaceId)
      if (!place.ok) return place
      const abandoned = new AbortController()
      completing.set(loginId, abandoned)
      try {
        return await Promise.race([finish(loginId, login, place.value, { code, issuer, abandoned: abandoned.signal }), whenAborted(abandoned.signal, abandonedMeanwhile)])
      } finally {
        completing.delete(loginId)
      }
    },
    choose: (input) => choices.choose(input),
    abandon({ loginId }) {
      take(loginId)
      completing.get(loginId)?.abort()
      choices.giveUp(loginId)
      return succeed({})
    },
    stop() {
      stopping.abort()
      for (const loginId of [...logins.keys()]) take(loginId)
      choices.stop()
    }
  }
}

const abandonedMeanwhile = studioError('login_cancelled', 'the login was given up', { retryable: true })

function whenAborted(signal: AbortSignal, error: StudioError): Promise<Result<never>> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail(error)), { once: true }))
}

/** One after the other: they may be of one login. */
async function endAll(place: LoginPlace, networkId: NetworkId, unused: readonly Opened[]): Promise<void> {
  for (const opened of unused) await place.endAccess(networkId, opened)
}

/** The app that a login goes through: null where the network needs none of the user's, or can do without. */
async function appFor({ capabilities }: NetworkAdapter, place: Result<LoginPlace>): Promise<Result<AppCredentials | null>> {
  if (!place.ok) return place
  const { ownApp, id, name } = capabilities
  if (ownApp === undefined) return succeed(null)
  const found = await place.value.findApp(id)
  if (!found.ok || found.value !== null || ownApp.need === 'optional') return found
  return fail(studioError('own_app_missing', `no app of the user's for ${id}`, { details: { network: name } }))
}
