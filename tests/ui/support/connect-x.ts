import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'
import type { FakeRequest } from '../../contract/fake-network.ts'
import { createFakeX, type FakeX } from '../../contract/fake-x.ts'
import type { Studio } from './studio-test.ts'

export interface ConnectedX {
  readonly x: FakeX
  readonly accountId: string
  /** Private messages asked for so far. */
  readings(): number
  /** The next request for them is refused so. */
  refuseNext(status: number, json: object): void
}

/** An account of X on the fake one, at its own addresses. `scope`: what X says that the login may do; left out: nothing, so all that was asked for. */
export async function connectX({ engine, web }: Studio, workspaceId: string, scope?: string): Promise<ConnectedX> {
  const x = createFakeX()
  let readings = 0
  let refusal: { readonly status: number; readonly json: object } | null = null
  web.set('https://api.x.com/2/oauth2/token', () => ({ status: 200, json: { token_type: 'bearer', access_token: 'access', refresh_token: 'refresh', expires_in: 700_000, ...(scope === undefined ? {} : { scope }) } }))
  web.set('https://api.x.com', (request) => {
    const asked = requestOf(request)
    if (!asked.path.endsWith('/dm_events')) return x.answer(asked, 'https://api.x.com')
    readings += 1
    const refused = refusal
    refusal = null
    return refused ?? x.answer(asked, 'https://api.x.com')
  })
  await engine.ask('ownApps.save', { workspaceId, networkId: 'x', scope: 'workspace', clientId: 'app-of-lea', clientSecret: '', redirectUri: '' })
  const loginId = engine.random.id()
  await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'x', serverUrl: 'x.com', redirectUri: 'http://127.0.0.1:28347/vigie' })
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return { x, accountId: completed.value.account.id, readings: () => readings, refuseNext: (status, json) => void (refusal = { status, json }) }
}

function requestOf({ method, url, headers = {}, body }: HttpRequest): FakeRequest {
  const { pathname, searchParams } = new URL(url)
  const text = typeof body === 'string' ? body : ''
  return { method, path: pathname, query: searchParams, headers, text, json: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }
}
