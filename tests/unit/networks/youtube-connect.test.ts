import { describe, expect, test } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import type { AppCredentials } from '../../../electron/engine/networks/network-session.ts'
import { midnightOfQuota } from '../../../electron/engine/networks/youtube/midnight-of-quota.ts'
import { createYoutubeConnect } from '../../../electron/engine/networks/youtube/youtube-connect.ts'
import { youtubeApiUrl, youtubeLoginUrl, youtubeTokenUrl } from '../../../electron/engine/networks/youtube/youtube-options.ts'
import { systemRandom } from '../../../electron/engine/system-random.ts'

const app: AppCredentials = { clientId: '4711.apps.googleusercontent.com', clientSecret: 'GOCSPX-secret-of-the-app', redirectUri: null }
const redirectUri = 'http://127.0.0.1:40111/vigie'
const now = Date.UTC(2026, 10, 21)
const { signal } = new AbortController()

interface Said {
  readonly status?: number
  readonly json: unknown
}

const channel = (id: string, title: string, customUrl?: string): object => ({ kind: 'youtube#channel', id, snippet: { title, ...(customUrl === undefined ? {} : { customUrl }) } })
const refused = (reason: string, status = 403): Said => ({ status, json: { error: { code: status, message: 'because', errors: [{ reason }] } } })

function google(changes: Partial<Record<'token' | 'channels', Said>> = {}) {
  const requests: HttpRequest[] = []
  const answers = {
    token: { json: { access_token: 'ya29.access', refresh_token: '1//refresh', expires_in: 3599, scope: 'https://www.googleapis.com/auth/youtube.force-ssl', token_type: 'Bearer' } },
    channels: { json: { kind: 'youtube#channelListResponse', items: [channel('UCaaaaaaaaaaaaaaaaaaaaaa', 'Atelier', '@atelier'), channel('UCbbbbbbbbbbbbbbbbbbbbbb', 'Boutique')] } },
    ...changes
  }
  const http: HttpClient = {
    async send(request) {
      requests.push(request)
      const { status = 200, json }: Said = request.url.includes('/channels') ? answers.channels : answers.token
      return { ok: true, response: { status, headers: {}, body: new TextEncoder().encode(JSON.stringify(json)), url: request.url } }
    }
  }
  const connect = createYoutubeConnect({ http, clock: { now: () => now, after: () => () => undefined }, random: systemRandom, apiUrl: youtubeApiUrl, loginUrl: youtubeLoginUrl, tokenUrl: youtubeTokenUrl })
  const login = async (issuer: string | null = 'https://accounts.google.com') => {
    const begun = await connect.begin({ serverUrl: 'youtube.com', redirectUri, app, signal })
    if (!begun.ok) throw new Error('not begun')
    return connect.complete({ pending: begun.value.pending, code: 'the-code', issuer, signal })
  }
  return { connect, requests, login }
}

describe('the login', () => {
  test('opens Google’s own page, asks for one right and for the token that renews it, without the secret', async () => {
    const begun = await google().connect.begin({ serverUrl: 'youtube.com', redirectUri, app, signal })
    const url = new URL(begun.ok ? begun.value.loginUrl : '')
    expect(`${url.origin}${url.pathname}`).toBe('https://accounts.google.com/o/oauth2/v2/auth')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code', client_id: app.clientId, redirect_uri: redirectUri, state: expect.stringMatching(/^.{40,}$/), code_challenge: expect.stringMatching(/^[\w-]{43}$/), code_challenge_method: 'S256',
      scope: 'https://www.googleapis.com/auth/youtube.force-ssl', access_type: 'offline', prompt: 'consent select_account'
    })
  })

  test('gives each channel that the login opens, and no token in an address', async () => {
    const { login, requests } = google()
    const completed = await login()
    if (!completed.ok) throw new Error(completed.failure.error.message)
    const { identity, secret, others } = completed.value
    expect(identity).toEqual({ handle: '@atelier', displayName: 'Atelier', remoteId: 'UCaaaaaaaaaaaaaaaaaaaaaa', serverUrl: youtubeApiUrl, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }, granted: ['https://www.googleapis.com/auth/youtube.force-ssl'] })
    expect(others).toMatchObject([{ identity: { handle: 'Boutique', remoteId: 'UCbbbbbbbbbbbbbbbbbbbbbb' } }])
    expect(JSON.parse(secret)).toMatchObject({ accessToken: 'ya29.access', refreshToken: '1//refresh' })
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST https://oauth2.googleapis.com/token', 'GET https://youtube.googleapis.com/youtube/v3/channels?part=snippet&mine=true&maxResults=50'])
    expect(requests[0]?.body).toEqual(expect.stringContaining('code_verifier='))
  })

  test('of a project that is still being tested ends after seven days, and says so', async () => {
    const json = { access_token: 'a', refresh_token: 'r', expires_in: 3599, refresh_token_expires_in: 604_799 }
    expect(await google({ token: { json } }).login()).toMatchObject({ ok: true, value: { identity: { accessEndsAt: now + 604_799_000 } } })
  })

  test('is refused when the answer is another server’s, without a channel, and without the right', async () => {
    expect(await google().login('https://elsewhere.example')).toMatchObject({ ok: false, failure: { error: { code: 'login_refused' } } })
    const none = { json: { kind: 'youtube#channelListResponse', pageInfo: { totalResults: 0 } } }
    expect(await google({ channels: none }).login()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused', details: { reason: 'no_channel' } } } })
    expect(await google({ channels: refused('insufficientPermissions') }).login()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused', details: { reason: 'scope_missing' } } } })
    expect(await google({ channels: refused('accessNotConfigured') }).login()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'api_not_enabled' } } } })
  })
})

test('the app is known at once, or not', async () => {
  const check = async (token: Said) => google({ token }).connect.checkApp!({ app, redirectUri, signal })
  expect(await check({ status: 400, json: { error: 'invalid_grant', error_description: 'Malformed auth code.' } })).toEqual({ ok: true, value: 'accepted' })
  expect(await check({ status: 401, json: { error: 'invalid_client', error_description: 'The OAuth client was not found.' } })).toMatchObject({ ok: false, failure: { error: { code: 'own_app_refused', details: { network: 'YouTube' } } } })
})

test.each([
  ['2026-11-21T07:59:00Z', '2026-11-21T08:00:00.000Z'], ['2026-11-21T08:00:00Z', '2026-11-22T08:00:00.000Z'], ['2026-07-01T12:00:00Z', '2026-07-02T07:00:00.000Z'],
  // The day on which the clocks go back has twenty-five hours.
  ['2026-11-01T07:30:00Z', '2026-11-02T08:00:00.000Z']
])('the budget of %s is full again at %s', (at, full) => {
  expect(new Date(midnightOfQuota(Date.parse(at))).toISOString()).toBe(full)
})
