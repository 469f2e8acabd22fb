import { describe, expect, test } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { createGoogleBusinessConnect } from '../../../electron/engine/networks/google-business/google-business-connect.ts'
import { googleBusinessApiUrl } from '../../../electron/engine/networks/google-business/google-business-options.ts'
import { googleLoginUrl, googleTokenUrl } from '../../../electron/engine/networks/google/google-login.ts'
import type { AppCredentials } from '../../../electron/engine/networks/network-session.ts'
import { systemRandom } from '../../../electron/engine/system-random.ts'

const app: AppCredentials = { clientId: '4711.apps.googleusercontent.com', clientSecret: 'GOCSPX-secret-of-the-app', redirectUri: null }
const redirectUri = 'http://127.0.0.1:40111/vigie'
const { signal } = new AbortController()
const now = Date.UTC(2026, 10, 23)
const scope = 'https://www.googleapis.com/auth/business.manage'

interface Said {
  readonly status?: number
  readonly json: unknown
}
type Answers = Readonly<Record<string, Said>>

const location = (id: number, title: string, more: object = { metadata: { hasVoiceOfMerchant: true } }): object => ({ name: `locations/${String(id)}`, title, ...more })
const refused = (status: number, reason: string, metadata: object = {}): Said => ({ status, json: { error: { code: status, message: 'because', status: 'X', details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, metadata }] } } })
const usual: Answers = {
  '/token': { json: { access_token: 'ya29.access', refresh_token: '1//refresh', expires_in: 3599, scope, token_type: 'Bearer' } },
  '/v1/accounts': { json: { accounts: [{ name: 'accounts/101', accountName: 'Léa' }], nextPageToken: 'second' } },
  '/v1/accounts second': { json: { accounts: [{ name: 'accounts/102', accountName: 'Chaîne' }] } },
  '/v1/accounts/101/locations': { json: { locations: [location(1, 'Le Comptoir', { storefrontAddress: { addressLines: ['3 quai de la Douane'], locality: 'Brest' }, metadata: { hasVoiceOfMerchant: true } }), location(2, 'Pas encore validé', { metadata: {} })], nextPageToken: 'more' } },
  '/v1/accounts/101/locations more': { json: { locations: [location(3, 'La Criée')] } },
  // A group may reach what its owner reaches too.
  '/v1/accounts/102/locations': { json: { locations: [location(3, 'La Criée'), location(4, 'Le Phare')] } }
}

function google(changes: Answers = {}) {
  const requests: HttpRequest[] = []
  const answers = { ...usual, ...changes }
  const http: HttpClient = {
    async send(request) {
      requests.push(request)
      const { pathname, searchParams } = new URL(request.url)
      const page = searchParams.get('pageToken')
      const { status = 200, json } = answers[page === null ? pathname : `${pathname} ${page}`] ?? { status: 404, json: {} }
      return { ok: true, response: { status, headers: {}, body: new TextEncoder().encode(JSON.stringify(json)), url: request.url } }
    }
  }
  const connect = createGoogleBusinessConnect({ http, clock: { now: () => now, after: () => () => undefined }, random: systemRandom, apiUrl: googleBusinessApiUrl, loginUrl: googleLoginUrl, tokenUrl: googleTokenUrl })
  const login = async (issuer: string | null = 'https://accounts.google.com') => {
    const begun = await connect.begin({ serverUrl: 'business.google.com', redirectUri, app, signal })
    if (!begun.ok) throw new Error('not begun')
    return connect.complete({ pending: begun.value.pending, code: 'the-code', issuer, signal })
  }
  return { connect, requests, login }
}

describe('the login', () => {
  test('opens Google’s own page, asks for one right and for the token that renews it, without the secret', async () => {
    const begun = await google().connect.begin({ serverUrl: 'business.google.com', redirectUri, app, signal })
    const url = new URL(begun.ok ? begun.value.loginUrl : '')
    expect(`${url.origin}${url.pathname}`).toBe('https://accounts.google.com/o/oauth2/v2/auth')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ redirect_uri: redirectUri, code_challenge_method: 'S256', scope, access_type: 'offline', prompt: 'consent select_account' })
  })

  test('gives each verified profile once, of all accounts and all pages, each interface at its own place and no token in an address', async () => {
    const { login, requests } = google()
    const completed = await login()
    if (!completed.ok) throw new Error(completed.failure.error.message)
    const { identity, others, secret } = completed.value
    expect([identity, ...(others ?? []).map((other) => other.identity)].map(({ handle, displayName, remoteId }) => [remoteId, displayName, handle])).toEqual([
      ['accounts/101/locations/1', 'Le Comptoir', 'Le Comptoir · 3 quai de la Douane, Brest'], ['accounts/101/locations/3', 'La Criée', 'La Criée'], ['accounts/102/locations/4', 'Le Phare', 'Le Phare']
    ])
    expect(identity).toMatchObject({ serverUrl: googleBusinessApiUrl, granted: [scope], accessEndsAt: null })
    expect(JSON.parse(secret)).toMatchObject({ accessToken: 'ya29.access', refreshToken: '1//refresh' })
    const mask = 'readMask=name%2Ctitle%2CstorefrontAddress%2Cmetadata'
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://oauth2.googleapis.com/token', 'GET https://mybusinessaccountmanagement.googleapis.com/v1/accounts?pageSize=20', 'GET https://mybusinessaccountmanagement.googleapis.com/v1/accounts?pageSize=20&pageToken=second',
      `GET https://mybusinessbusinessinformation.googleapis.com/v1/accounts/101/locations?pageSize=100&${mask}`, `GET https://mybusinessbusinessinformation.googleapis.com/v1/accounts/101/locations?pageSize=100&${mask}&pageToken=more`,
      `GET https://mybusinessbusinessinformation.googleapis.com/v1/accounts/102/locations?pageSize=100&${mask}`
    ])
    expect(requests[0]?.body).toEqual(expect.stringContaining('code_verifier='))
  })

  test.each([
    ['another server’s answer', {}, 'https://elsewhere.example', 'login_refused', undefined],
    ['no profile at all', { '/v1/accounts': { json: {} } }, null, 'login_refused', 'no_profile'],
    ['only profiles that are not verified', { '/v1/accounts': { json: { accounts: [{ name: 'accounts/9' }] } }, '/v1/accounts/9/locations': { json: { locations: [location(9, 'A', {})] } } }, null, 'login_refused', 'profile_unverified'],
    ['the right was not given', { '/v1/accounts': refused(403, 'ACCESS_TOKEN_SCOPE_INSUFFICIENT') }, null, 'login_refused', 'scope_missing'],
    ['an interface that is not enabled', { '/v1/accounts/101/locations': refused(403, 'SERVICE_DISABLED') }, null, 'rejected', 'google_business_off'],
    ['a project that Google has not let in: a limit of 0, which no waiting helps', { '/v1/accounts': refused(429, 'RATE_LIMIT_EXCEEDED', { quota_limit_value: '0' }) }, null, 'rejected', 'google_no_quota'],
    ['the same, said with 403', { '/v1/accounts': refused(403, 'RATE_LIMIT_EXCEEDED', { quota_limit_value: '0' }) }, null, 'rejected', 'google_no_quota']
  ] as const)('says what is in the way: %s', async (_name, changes, issuer, code, reason) => {
    const completed = await google(changes).login(issuer)
    expect(completed.ok ? 'ok' : [completed.failure.kind, completed.failure.error.code, completed.failure.error.details?.['reason']]).toEqual(['rejected', code, reason])
  })

  test('too many calls at once are not taken for none at all', async () => {
    expect(await google({ '/v1/accounts': refused(429, 'RATE_LIMIT_EXCEEDED', { quota_limit_value: '300' }) }).login()).toMatchObject({ ok: false, failure: { kind: 'rate_limited' } })
  })
})

test('the app is known at once, or not', async () => {
  const check = async (token: Said) => google({ '/token': token }).connect.checkApp!({ app, redirectUri, signal })
  expect(await check({ status: 400, json: { error: 'invalid_grant', error_description: 'Malformed auth code.' } })).toEqual({ ok: true, value: 'accepted' })
  expect(await check({ status: 401, json: { error: 'invalid_client', error_description: 'The provided client secret is invalid.' } })).toMatchObject({ ok: false, failure: { error: { code: 'own_app_refused', details: { network: 'Google Business Profile' } } } })
})

test.each([
  ['accounts/101/locations/1', 'accounts/101/locations/1', true],
  ['accounts/101/locations/1', 'accounts/303/locations/1', true],
  ['accounts/101/locations/1', 'accounts/101/locations/2', false],
  ['not a place', 'not a place', false]
])('a profile is one by its location alone: %s, %s', (one, other, expected) => expect(google().connect.isSame!(one, other)).toBe(expected))
