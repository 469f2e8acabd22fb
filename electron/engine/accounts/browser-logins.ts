import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import { networkIdSchema, type NetworkId } from '../../../shared/networks/network-id.ts'
import type { BrowserConnect, NetworkAdapter } from '../networks/network-adapter.ts'
import type { Clock } from '../time/clock.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import type { NewConnection } from './new-connection.ts'

/** Logins that go through the system's browser. What has to be remembered meanwhile stays in memory: it holds the verifier. */
export interface BrowserLogins {
  begin(input: { loginId: string; workspaceId: string; networkId: string; serverUrl: string; redirectUri: string }): Promise<Result<{ loginUrl: string; state: string }>>
  /** Works once for each login, within ten minutes. */
  complete(input: { loginId: string; code: string }): Promise<Result<{ account: Account }>>
  abandon(input: { loginId: string }): Result<Record<string, never>>
  stop(): void
}

export interface BrowserLoginsNeeds {
  readonly clock: Clock
  findAdapter(networkId: NetworkId): NetworkAdapter | null
  /** How to save a connection in a workspace; fails when it is not there. */
  connectionSaver(workspaceId: string): Result<(connection: NewConnection) => Promise<Result<Account>>>
}

interface PendingLogin {
  readonly workspaceId: string
  readonly networkId: NetworkId
  readonly connect: BrowserConnect
  readonly pending: string
  readonly forget: () => void
}

const pendingForMs = 10 * 60_000
const callDeadlineMs = 60_000

export function createBrowserLogins({ clock, findAdapter, connectionSaver }: BrowserLoginsNeeds): BrowserLogins {
  const logins = new Map<string, PendingLogin>()
  const stopping = new AbortController()

  /** Single use: whoever asks second finds nothing. */
  function take(loginId: string): PendingLogin | undefined {
    const login = logins.get(loginId)
    login?.forget()
    logins.delete(loginId)
    return login
  }

  return {
    async begin({ loginId, workspaceId, networkId: networkName, serverUrl, redirectUri }) {
      const networkId = networkIdSchema.safeParse(networkName)
      const connect = networkId.success ? findAdapter(networkId.data)?.connect : undefined
      if (!networkId.success || connect?.kind !== 'browser_login') return fail(studioError('invalid_input', 'this network is not connected through the browser'))
      const saver = connectionSaver(workspaceId)
      if (!saver.ok) return saver
      if (logins.has(loginId)) return fail(studioError('conflict', 'this login has already begun'))
      const begun = await runWithDeadline(clock, callDeadlineMs, stopping.signal, (signal) => connect.begin({ serverUrl, redirectUri, signal }))
      if (!begun.ok) return fail(begun.failure.error)
      const { loginUrl, state, pending } = begun.value
      logins.set(loginId, { workspaceId, networkId: networkId.data, connect, pending, forget: clock.after(pendingForMs, () => logins.delete(loginId)) })
      return succeed({ loginUrl, state })
    },
    async complete({ loginId, code }) {
      const login = take(loginId)
      if (login === undefined) return fail(studioError('login_cancelled', 'this login is over: it was used, given up, or took longer than ten minutes'))
      const saver = connectionSaver(login.workspaceId)
      if (!saver.ok) return saver
      const completed = await runWithDeadline(clock, callDeadlineMs, stopping.signal, (signal) => login.connect.complete({ pending: login.pending, code, signal }))
      if (!completed.ok) return fail(completed.failure.error)
      const saved = await saver.value({ networkId: login.networkId, ...completed.value })
      return saved.ok ? succeed({ account: saved.value }) : saved
    },
    abandon({ loginId }) {
      take(loginId)
      return succeed({})
    },
    stop() {
      stopping.abort()
      for (const loginId of [...logins.keys()]) take(loginId)
    }
  }
}
