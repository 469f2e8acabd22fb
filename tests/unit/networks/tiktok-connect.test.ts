import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { createTiktokConnect } from '../../../electron/engine/networks/tiktok/tiktok-connect.ts'
import { tiktokApiUrl, tiktokLoginUrl } from '../../../electron/engine/networks/tiktok/tiktok-options.ts'
import { systemRandom } from '../../../electron/engine/system-random.ts'
import { createSession, failureKind, valueOf } from '../../support/adapter-session.ts'

const app = { clientId: 'aw-key', clientSecret: 'top-secret-app', redirectUri: null }
const now = 1_760_000_000_000
const redirectUri = 'http://127.0.0.1:28347/vigie'
const { signal } = new AbortController()
const tokens = { access_token: 'act.one', expires_in: 7200, open_id: 'open-1', refresh_expires_in: 15_552_000, refresh_token: 'rft.one', scope: 'user.info.basic,user.info.stats,video.upload', token_type: 'Bearer' }

function tiktok(answers: { token?: { status?: number; json: object }; user?: { status?: number; json: object } } = {}) {
  const requests: HttpRequest[] = []
  const user = answers.user ?? { json: { data: { user: { open_id: 'open-1', display_name: 'Atelier' } }, error: { code: 'ok', message: '', log_id: '1' } } }
  const http: HttpClient = {
    send(request) {
      requests.push(request)
      const { status = 200, json } = request.url.includes('/oauth/') ? (answers.token ?? { json: tokens }) : user
      return Promise.resolve({ ok: true, response: { status, headers: {}, url: request.url, body: new TextEncoder().encode(JSON.stringify(json)) } })
    }
  }
  const connect = createTiktokConnect({ http, clock: { now: () => now, after: () => () => undefined }, random: systemRandom, apiUrl: tiktokApiUrl, loginUrl: tiktokLoginUrl })
  const formOf = (place: number): Record<string, string> => {
    const body = requests[place]?.body
    return Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : ''))
  }
  return { connect, requests, formOf }
}

const sessionWith = (secret: object) => ({
  ...createSession('tiktok', { handle: 'Atelier', displayName: 'Atelier', serverUrl: tiktokApiUrl, remoteId: 'open-1', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, JSON.stringify(secret)),
  findApp: () => Promise.resolve({ ok: true as const, value: app })
})

it('asks for a login as TikTok wants it of a program on a desktop, and keeps what the answer says of both tokens', async () => {
  const { connect, requests, formOf } = tiktok()
  const begun = valueOf(await connect.begin({ serverUrl: 'tiktok.com', redirectUri, app, signal }))
  const asked = Object.fromEntries(new URL(begun.loginUrl).searchParams)
  expect(begun.loginUrl).toMatch(/^https:\/\/www\.tiktok\.com\/v2\/auth\/authorize\/\?/)
  expect(asked).toMatchObject({ client_key: 'aw-key', response_type: 'code', scope: 'user.info.basic,user.info.stats,video.upload,video.list', redirect_uri: redirectUri, state: begun.state, code_challenge_method: 'S256' })
  expect(asked).not.toHaveProperty('client_id')
  const opened = valueOf(await connect.complete({ pending: begun.pending, code: 'the-code', issuer: null, signal }))
  const { code_verifier, ...form } = formOf(0)
  expect(form).toEqual({ grant_type: 'authorization_code', code: 'the-code', redirect_uri: redirectUri, client_key: 'aw-key', client_secret: 'top-secret-app' })
  expect(asked['code_challenge']).toBe(createHash('sha256').update(code_verifier!).digest('hex'))
  expect(opened.identity).toEqual({ handle: 'Atelier', displayName: 'Atelier', remoteId: 'open-1', serverUrl: tiktokApiUrl, accessEndsAt: now + 15_552_000_000, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }, granted: expect.arrayContaining(['user.info.basic', 'video.upload']) })
  expect(JSON.parse(opened.secret)).toEqual({ clientId: 'aw-key', accessToken: 'act.one', refreshToken: 'rft.one', accessEndsAt: now + 7_200_000, renewableUntil: now + 15_552_000_000 })
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${tiktokApiUrl}/v2/oauth/token/`, `GET ${tiktokApiUrl}/v2/user/info/?fields=open_id,display_name`])
})

it('renews with a token that works once, and gives the access back at the end', async () => {
  const { connect, formOf } = tiktok({ token: { json: { ...tokens, access_token: 'act.two', refresh_token: 'rft.two' } } })
  const session = sessionWith({ clientId: 'aw-key', accessToken: 'act.one', refreshToken: 'rft.one', accessEndsAt: null, renewableUntil: null })
  expect(JSON.parse(valueOf(await connect.renew!(session)).secret)).toMatchObject({ accessToken: 'act.two', refreshToken: 'rft.two' })
  expect(formOf(0)).toEqual({ grant_type: 'refresh_token', refresh_token: 'rft.one', client_key: 'aw-key', client_secret: 'top-secret-app' })
  valueOf(await connect.revoke(session))
  expect(formOf(1)).toEqual({ token: 'act.one', client_key: 'aw-key', client_secret: 'top-secret-app' })
})

it('hears a no that comes as a success, and knows a wrong app from a wrong code', async () => {
  const check = (json: object, status = 200) => tiktok({ token: { status, json } }).connect.checkApp!({ app, redirectUri, signal })
  expect(await check({ error: 'invalid_client', error_description: 'Client key or secret is incorrect.', log_id: '1' })).toMatchObject({ ok: false, failure: { error: { code: 'own_app_refused', details: { network: 'TikTok' } } } })
  expect(await check({ error: 'invalid_grant', error_description: 'Authorization code is expired.', log_id: '1' })).toEqual({ ok: true, value: 'accepted' })
  const { connect } = tiktok({ token: { json: { error: 'invalid_grant', error_description: 'Refresh token is invalid.', log_id: '1' } } })
  expect(failureKind(await connect.renew!(sessionWith({ clientId: 'aw-key', accessToken: 'a', refreshToken: 'r', accessEndsAt: null, renewableUntil: null })))).toBe('auth_revoked')
})

it('refuses a login whose account does not let itself be read', async () => {
  const { connect } = tiktok({ user: { status: 401, json: { data: {}, error: { code: 'scope_not_authorized', message: 'no', log_id: '1' } } } })
  const begun = valueOf(await connect.begin({ serverUrl: 'tiktok.com', redirectUri, app, signal }))
  expect(await connect.complete({ pending: begun.pending, code: 'the-code', issuer: null, signal })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused' } } })
})
