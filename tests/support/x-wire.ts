import type { HttpClient, HttpRequest } from '../../electron/engine/http/http-client.ts'
import type { FakeNetwork, FakeRequest } from '../contract/fake-network.ts'
import { studioError } from '../../shared/errors/studio-error.ts'

/** What becomes of a request: the network answers it; it answers and nobody hears; it never hears; it answers something else; nothing comes, ever. */
export type WireFate = 'fine' | 'lost' | 'not_sent' | 'hangs' | { readonly status: number; readonly json: unknown }

export interface XWire {
  readonly http: HttpClient
  /** Everything that reached X but logins. */
  readonly requests: readonly FakeRequest[]
  /** What the next requests that fit meet, in order. */
  next(fits: (request: FakeRequest) => boolean, ...fates: readonly WireFate[]): void
}

/** X's addresses without a wire: its interface is the given network, and each login is taken. */
export function createXWire(network: FakeNetwork): XWire {
  const requests: FakeRequest[] = []
  let fits: (request: FakeRequest) => boolean = () => false
  const fates: WireFate[] = []

  const response = (request: HttpRequest, status: number, json: unknown) => ({
    ok: true as const,
    response: { status, headers: { 'content-type': 'application/json', date: new Date().toUTCString() }, body: new TextEncoder().encode(JSON.stringify(json)), url: request.url }
  })

  return {
    requests,
    next(which, ...more) {
      fits = which
      fates.splice(0, fates.length, ...more)
    },
    http: {
      async send(request) {
        const { pathname, searchParams } = new URL(request.url)
        if (pathname === '/2/oauth2/token') return response(request, 200, { token_type: 'bearer', access_token: 'access', refresh_token: 'refresh', expires_in: 7_000_000 })
        const text = typeof request.body === 'string' ? request.body : ''
        const asked: FakeRequest = { method: request.method, path: pathname, query: searchParams, headers: request.headers ?? {}, text, json: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }
        const fate = fits(asked) ? (fates.shift() ?? 'fine') : 'fine'
        if (fate === 'not_sent') return { ok: false, failure: { sent: 'no', error: studioError('unreachable', 'said by the test', { retryable: true }) } }
        requests.push(asked)
        if (fate === 'hangs') return new Promise(() => undefined)
        if (typeof fate === 'object') return response(request, fate.status, fate.json)
        const { status, json } = network.answer(asked, 'https://api.x.com')
        return fate === 'lost' ? { ok: false, failure: { sent: 'maybe', error: studioError('timeout', 'said by the test', { retryable: true }) } } : response(request, status, json)
      }
    }
  }
}
