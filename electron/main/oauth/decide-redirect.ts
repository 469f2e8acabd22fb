import { createHash, timingSafeEqual } from 'node:crypto'

/** How a login in the browser ended. `refused`: the server or the redirect was not right; `denied`: the person said no. */
export type LoginAnswer = { readonly kind: 'code'; readonly code: string } | { readonly kind: 'denied' } | { readonly kind: 'refused' }

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
  /** With a part that nobody can guess. */
  readonly path: string
  /** null: the login page is not open yet, nothing is expected. */
  readonly state: string | null
}

/**
 * What a request to the listener means. Any page in any browser of this computer may call it, so everything but the one expected redirect is
 * turned away without an effect: the wrong method, a foreign Host (DNS rebinding), a path that was guessed. Who knows the path but not the
 * state ends the login: it has met something that tampers with it.
 */
export function decideRedirect(incoming: IncomingRedirect, expected: ExpectedRedirect): RedirectDecision {
  if (incoming.method !== 'GET') return { kind: 'ignore', status: 405 }
  if (incoming.host !== expected.host) return { kind: 'ignore', status: 400 }
  if (!URL.canParse(incoming.target, `http://${expected.host}`)) return { kind: 'ignore', status: 400 }
  const url = new URL(incoming.target, `http://${expected.host}`)
  if (expected.state === null || url.host !== expected.host || !isSame(url.pathname, expected.path)) return { kind: 'ignore', status: 404 }
  return { kind: 'finish', answer: readAnswer(url.searchParams, expected.state) }
}

function readAnswer(parameters: URLSearchParams, expectedState: string): LoginAnswer {
  const state = only(parameters, 'state')
  if (state === null || !isSame(state, expectedState)) return { kind: 'refused' }
  if (parameters.has('error')) return parameters.get('error') === 'access_denied' ? { kind: 'denied' } : { kind: 'refused' }
  const code = only(parameters, 'code')
  return code === null || code.length > 4_096 ? { kind: 'refused' } : { kind: 'code', code }
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
