import { describe, expect, test } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { createInstagramAdapter } from '../../../electron/engine/networks/instagram/instagram-adapter.ts'
import { instagramApiUrl, instagramLoginUrl, instagramTokenUrl } from '../../../electron/engine/networks/instagram/instagram-options.ts'
import { writeMetaUserSecret } from '../../../electron/engine/networks/meta/user-secret.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { BrowserConnect } from '../../../electron/engine/networks/network-connect.ts'
import type { AppCredentials } from '../../../electron/engine/networks/network-session.ts'
import { createThreadsAdapter } from '../../../electron/engine/networks/threads/threads-adapter.ts'
import { threadsApiUrl, threadsLoginUrl } from '../../../electron/engine/networks/threads/threads-options.ts'
import { systemRandom } from '../../../electron/engine/system-random.ts'
import { createSession, failureKind, valueOf } from '../../support/adapter-session.ts'

const app: AppCredentials = { clientId: '4711', clientSecret: 'secret-of-the-app', redirectUri: 'https://site.example/back' }
const redirectUri = 'https://site.example/back'
const now = Date.UTC(2026, 10, 21)
const { signal } = new AbortController()
const day = 86_400_000

type Kind = 'code' | 'lengthen' | 'refresh' | 'me'
interface Said {
  readonly status?: number
  readonly json: unknown
}

/** Meta's side of a login, each call by what it is for. */
function meta(network: 'Threads' | 'Instagram', changes: Partial<Record<Kind, Said>> = {}) {
  const requests: HttpRequest[] = []
  const answers: Record<Kind, Said> = {
    code: { json: { access_token: 'short-token', user_id: 17_841_400_000_000_000 } },
    lengthen: { json: { access_token: 'long-token', token_type: 'bearer', expires_in: 5_184_000 } },
    refresh: { json: { access_token: 'newer-token', token_type: 'bearer', expires_in: 5_184_000 } },
    me: { json: { id: '1001', user_id: '1002', username: 'atelier', name: 'Atelier' } },
    ...changes
  }
  const kindOf = ({ url, method }: HttpRequest): Kind => (method === 'POST' ? 'code' : url.includes('/refresh_access_token') ? 'refresh' : url.includes('/access_token') ? 'lengthen' : 'me')
  const http: HttpClient = {
    async send(request) {
      requests.push(request)
      const { status = 200, json } = answers[kindOf(request)]
      return { ok: true, response: { status, headers: {}, body: new TextEncoder().encode(JSON.stringify(json)), url: request.url } }
    }
  }
  const needs = { http, clock: { now: () => now, after: () => () => undefined }, random: systemRandom }
  const adapter: NetworkAdapter = network === 'Threads' ? createThreadsAdapter({ ...needs, apiUrl: threadsApiUrl, loginUrl: threadsLoginUrl }) : createInstagramAdapter({ ...needs, apiUrl: instagramApiUrl, loginUrl: instagramLoginUrl, tokenUrl: instagramTokenUrl })
  const connect = adapter.connect as BrowserConnect
  const login = async () => {
    const begun = valueOf(await connect.begin({ serverUrl: '', redirectUri, app, signal }))
    return connect.complete({ pending: begun.pending, code: 'the-code', issuer: null, signal })
  }
  return { connect, requests, login }
}

const sessionOf = (networkId: 'threads' | 'instagram', accessEndsAt: number) =>
  createSession(networkId, { handle: '@atelier', displayName: 'Atelier', serverUrl: threadsApiUrl, remoteId: '1001', accessEndsAt, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, writeMetaUserSecret({ clientId: '4711', accessToken: 'long-token', accessEndsAt }))

describe.each([
  ['Threads', 'https://www.threads.net/oauth/authorize', 'https://graph.threads.net/oauth/access_token', 'th_exchange_token', '1001'],
  ['Instagram', 'https://www.instagram.com/oauth/authorize', 'https://api.instagram.com/oauth/access_token', 'ig_exchange_token', '1002']
] as const)('the login of %s', (network, page, exchange, grant, remoteId) => {
  test('opens the network’s own page with what the app may do, without the secret', async () => {
    const { loginUrl } = valueOf(await meta(network).connect.begin({ serverUrl: '', redirectUri, app, signal }))
    const url = new URL(loginUrl)
    expect(`${url.origin}${url.pathname}`).toBe(page)
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ client_id: '4711', redirect_uri: redirectUri, response_type: 'code', scope: expect.stringMatching(/^\w+(,\w+)+$/) })
    expect(loginUrl).not.toContain('secret-of-the-app')
  })

  test('has what the network says was granted, in either of its ways, else what was asked for', async () => {
    const scopes = network === 'Threads' ? 'threads_basic' : 'instagram_business_basic'
    for (const permissions of [scopes, [scopes]]) {
      expect(valueOf(await meta(network, { code: { json: { access_token: 'short-token', permissions } } }).login()).identity.granted).toEqual([scopes])
      expect(valueOf(await meta(network, { code: { json: { data: [{ access_token: 'short-token', permissions }] } } }).login()).identity.granted).toEqual([scopes])
    }
    expect(valueOf(await meta(network).login()).identity.granted?.length).toBeGreaterThan(3)
  })

  test('is refused without an app', async () => {
    expect(await meta(network).connect.begin({ serverUrl: '', redirectUri, app: null, signal })).toMatchObject({ ok: false, failure: { error: { code: 'own_app_missing' } } })
  })

  test('exchanges the code where it says, then for a token of sixty days, and asks whose it is', async () => {
    const { login, requests } = meta(network)
    const opened = valueOf(await login())
    expect(opened.identity).toMatchObject({ handle: '@atelier', displayName: 'Atelier', remoteId, accessEndsAt: now + 60 * day })
    expect(JSON.parse(opened.secret)).toEqual({ clientId: '4711', accessToken: 'long-token', accessEndsAt: now + 60 * day })
    expect(requests.map(({ method, url }) => `${method} ${url.split('?')[0]}`)).toEqual([`POST ${exchange}`, expect.stringMatching(/^GET .*\/access_token$/), expect.stringMatching(/^GET .*\/me$/)])
    const body = requests[0]?.body
    expect(new URLSearchParams(typeof body === 'string' ? body : '').get('code')).toBe('the-code')
    expect(new URL(requests[1]?.url ?? '').searchParams.get('grant_type')).toBe(grant)
    expect(requests[2]?.headers?.['authorization']).toBe('Bearer long-token')
    expect(requests[2]?.url).not.toContain('token')
  })

  test('takes the short token also as the first of a list', async () => {
    expect(valueOf(await meta(network, { code: { json: { data: [{ access_token: 'short-token', user_id: '1', permissions: 'a' }] } } }).login()).identity.handle).toBe('@atelier')
  })

  test.each([
    ['a wrong app', { error_type: 'OAuthException', code: 400, error_message: 'Invalid platform app' }, 'own_app_refused'],
    ['a wrong secret', { error: { message: 'Error validating client secret.', type: 'OAuthException', code: 1 } }, 'own_app_refused'],
    ['a code that was used', { error_type: 'OAuthException', code: 400, error_message: 'This authorization code has been used' }, 'login_refused']
  ])('%s says so', async (_, json, code) => {
    expect(await meta(network, { code: { status: 400, json } }).login()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code } } })
  })

  test('checks an app with a code that was never given: only what is said of the app itself counts', async () => {
    const check = (json: unknown) => meta(network, { code: { status: 400, json } }).connect.checkApp!({ app, redirectUri, signal })
    expect(valueOf(await check({ error_type: 'OAuthException', code: 400, error_message: 'Invalid authorization code' }))).toBe('not_told')
    expect(await check({ error_type: 'OAuthException', code: 400, error_message: 'Error validating client secret' })).toMatchObject({ ok: false, failure: { error: { code: 'own_app_refused' } } })
  })

  test('is renewed without the person; refused, it is their turn, and a server’s trouble passes', async () => {
    const session = sessionOf(network === 'Threads' ? 'threads' : 'instagram', now + 5 * day)
    expect(valueOf(await meta(network).connect.renew!(session))).toMatchObject({ accessEndsAt: now + 60 * day, secret: expect.stringContaining('newer-token') })
    expect(failureKind(await meta(network, { refresh: { status: 400, json: { error: { message: 'Session has expired', code: 190 } } } }).connect.renew!(session))).toBe('auth_revoked')
    expect(failureKind(await meta(network, { refresh: { status: 500, json: {} } }).connect.renew!(session))).toBe('server_error')
  })
})
