import { createHash, timingSafeEqual } from 'node:crypto'

/** How a login in the browser ended. `refused`: the server or the redirect was not right; `denied`: the person said no. */
export type LoginAnswer = { readonly kind: 'code'; readonly code: string; readonly issuer: string | null } | { readonly kind: 'denied' } | { readonly kind: 'refused' }

export type RedirectDecision = { readonly kind: 'ignore'; readonly status: 400 | 404 | 405 } | { readonly kind: 'finish'; readonly answer: LoginAnswer }

export interface IncomingRedirect {
  readonly method: string
  readonly host: string
  /** Path and query as they stand in the request line. */
  readonly target: string
}

export interface ExpectedRedirect {
  /** `127.0.0.1:51234` */
  readonly host: string
  readonly path: string
  /** Whether nobody can guess the path. */
  readonly isPathSecret: boolean
  /** null: the login page is not open yet, nothing is expected. */
  readonly state: string | null
}

/**
 * What a request to the listener means. Any page in any browser of this computer may call it, so everything but the one expected redirect is
 * turned away without an effect: the wrong method, a foreign Host (DNS rebinding), a path that was guessed. Who knows a secret path but not the
 * state ends the login: it has met something that tampers with it. A path that was registered is known to all, and a wrong state there is a stray.
 */
export function decideRedirect(incoming: IncomingRedirect, expected: ExpectedRedirect): RedirectDecision {
  if (incoming.method !== 'GET') return { kind: 'ignore', status: 405 }
  if (incoming.host !== expected.host) return { kind: 'ignore', status: 400 }
  if (!URL.canParse(incoming.target, `http://${expected.host}`)) return { kind: 'ignore', status: 400 }
  const url = new URL(incoming.target, `http://${expected.host}`)
  if (expected.state === null || url.host !== expected.host || !isSame(url.pathname, expected.path)) return { kind: 'ignore', status: 404 }
  if (!expected.isPathSecret && !hasState(url.searchParams, expected.state)) return { kind: 'ignore', status: 400 }
  return { kind: 'finish', answer: readAnswer(url.searchParams, expected.state) }
}

/**
 * What a person copied out of the browser: the final address, or only its part behind the question mark. null: it is not the answer to this login, which
 * goes on; a person may have copied another page's.
 */
export function readPastedAddress(pasted: string, expectedState: string): LoginAnswer | null {
  const text = pasted.trim()
  const query = URL.canParse(text) ? new URL(text).search || new URL(text).hash.replace('#', '?') : text.replace(/^[?#]*/, '?')
  const parameters = new URLSearchParams(query)
  return hasState(parameters, expectedState) ? readAnswer(parameters, expectedState) : null
}

function hasState(parameters: URLSearchParams, expectedState: string): boolean {
  const state = only(parameters, 'state')
  return state !== null && isSame(state, expectedState)
}

function readAnswer(parameters: URLSearchParams, expectedState: string): LoginAnswer {
  if (!hasState(parameters, expectedState)) return { kind: 'refused' }
  if (parameters.has('error')) return parameters.get('error') === 'access_denied' ? { kind: 'denied' } : { kind: 'refused' }
  const code = only(parameters, 'code')
  return code === null || code.length > 4_096 ? { kind: 'refused' } : { kind: 'code', code, issuer: only(parameters, 'iss') }
}

function only(parameters: URLSearchParams, name: string): string | null {
  const values = parameters.getAll(name)
  return values.length === 1 && values[0] !== '' ? (values[0] ?? null) : null
}

/** Takes the same time wherever the texts differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
