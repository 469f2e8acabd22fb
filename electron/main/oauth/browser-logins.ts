import type { EventPayload } from '../../../shared/contract/event-map.ts'
import type { ParsedInput } from '../../../shared/contract/request-map.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { assertNever } from '../../../shared/errors/assert-never.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { EngineRequest } from '../engine/engine-client.ts'
import type { OpenExternal } from '../security/safe-open-external.ts'
import type { ListeningPlace, LoginListener } from './loopback-listener.ts'
import { listeningPlaceOf } from './listening-place.ts'

export type Login = ParsedInput<'accounts.beginBrowserLogin'>
type Outcome = EventPayload<'accounts.loginFinished'>['outcome']

export interface BrowserLoginsOptions {
  readonly request: EngineRequest
  readonly openExternal: OpenExternal
  /** A new listener, whose time runs from now; null when every port that it may use is taken. */
  readonly listen: (place: ListeningPlace | null) => Promise<LoginListener | null>
  /** Text of at least 128 random bits, fit for a path. */
  readonly nonce: () => string
  /** `wasCancelled`: by the person, here; nothing has to be shown to them. */
  readonly onFinished: (loginId: string, outcome: Outcome, wasCancelled: boolean) => void
}

/** More logins than this at once are no person's. */
const maxPending = 5

interface PendingLogin {
  isCancelled: boolean
  isCompleting: boolean
  listener: LoginListener | null
}

/**
 * Logins in the system's browser. Main holds what belongs to the computer (the listener, the browser), the engine what belongs to the network
 * (the address, the verifier, the tokens). Every login whose page was opened ends with exactly one `onFinished`.
 */
export class BrowserLogins {
  readonly #options: BrowserLoginsOptions
  readonly #pending = new Map<string, PendingLogin>()

  constructor(options: BrowserLoginsOptions) {
    this.#options = options
  }

  /** Resolves when the login page was handed to the browser; the same `loginId` again changes nothing. */
  async begin(login: Login): Promise<Result<{ loginId: string }>> {
    const { loginId } = login
    if (this.#pending.has(loginId)) return succeed({ loginId })
    if (this.#pending.size >= maxPending) return fail(studioError('conflict', 'too many logins are open', { retryable: true }))
    const pending: PendingLogin = { isCancelled: false, isCompleting: false, listener: null }
    this.#pending.set(loginId, pending)
    let isOpen = false
    try {
      const listener = await this.#options.listen(listeningPlaceOf(login.networkId, this.#options.nonce()))
      if (listener === null) return fail(studioError('login_port_taken', 'every port that the login may come back to is taken', { retryable: true }))
      pending.listener = listener
      const opened = await this.#openLoginPage(login, pending, listener)
      if (!opened.ok) return opened
      isOpen = true
      void this.#finish(loginId, listener)
      return succeed({ loginId })
    } finally {
      if (!isOpen) this.#forget(loginId)
    }
  }

  cancel(loginId: string): void {
    const pending = this.#pending.get(loginId)
    if (pending === undefined) return
    pending.isCancelled = true
    pending.listener?.close()
    // The code is here already: the engine fetches what it opens, or waits for the person to say which account is meant.
    if (pending.isCompleting) void this.#options.request('login.abandon', { loginId })
  }

  /** An address that the person copied out of the browser. */
  finish(loginId: string, address: string): Result<Record<string, never>> {
    const isTaken = this.#pending.get(loginId)?.listener?.take(address) ?? false
    return isTaken ? succeed({}) : fail(studioError('invalid_input', 'this is not the address that the login ended on', { details: { field: 'address' } }))
  }

  cancelAll(): void {
    for (const loginId of this.#pending.keys()) this.cancel(loginId)
  }

  async #openLoginPage(login: Login, pending: PendingLogin, listener: LoginListener): Promise<Result<Record<string, never>>> {
    const begun = await this.#options.request('login.begin', { ...login, redirectUri: listener.redirectUri })
    if (!begun.ok) return begun
    listener.expect(begun.value.state)
    const opened = pending.isCancelled ? fail(errorFor('closed')) : await this.#options.openExternal(begun.value.loginUrl)
    if (!opened.ok) await this.#options.request('login.abandon', { loginId: login.loginId })
    return opened
  }

  async #finish(loginId: string, listener: LoginListener): Promise<void> {
    const answer = await listener.answer
    const outcome = answer.kind === 'code' ? await this.#complete(loginId, answer) : await this.#abandon(loginId, answer.kind)
    const wasCancelled = this.#pending.get(loginId)?.isCancelled ?? false
    this.#forget(loginId)
    this.#options.onFinished(loginId, outcome, wasCancelled)
  }

  async #complete(loginId: string, { code, issuer }: { readonly code: string; readonly issuer: string | null }): Promise<Outcome> {
    const pending = this.#pending.get(loginId)
    // In the same moment as the code came: the engine hears of no code that nobody wants.
    if (pending === undefined || pending.isCancelled) return this.#abandon(loginId, 'closed')
    pending.isCompleting = true
    const completed = await this.#options.request('login.complete', { loginId, code, issuer })
    return completed.ok ? { kind: 'connected', account: completed.value.account } : { kind: 'failed', error: completed.error }
  }

  async #abandon(loginId: string, why: 'denied' | 'refused' | 'expired' | 'closed'): Promise<Outcome> {
    await this.#options.request('login.abandon', { loginId })
    return { kind: 'failed', error: errorFor(why) }
  }

  #forget(loginId: string): void {
    this.#pending.get(loginId)?.listener?.close()
    this.#pending.delete(loginId)
  }
}

function errorFor(why: 'denied' | 'refused' | 'expired' | 'closed'): StudioError {
  switch (why) {
    case 'denied':
      return studioError('login_refused', 'the access was not granted on the login page')
    case 'refused':
      return studioError('login_refused', 'the redirect did not fit the login that was begun')
    case 'expired':
      return studioError('timeout', 'nobody finished the login in time', { retryable: true })
    case 'closed':
      return studioError('login_cancelled', 'the login was cancelled', { retryable: true })
    default:
      return assertNever(why, 'end of a login')
  }
}
