import { describe, expect, test } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { createFacebookConnect } from '../../../electron/engine/networks/facebook/facebook-connect.ts'
import { facebookApiUrl, facebookLoginUrl } from '../../../electron/engine/networks/facebook/facebook-options.ts'
import type { AppCredentials } from '../../../electron/engine/networks/network-session.ts'
import { systemRandom } from '../../../electron/engine/system-random.ts'

const app: AppCredentials = { clientId: '4711', clientSecret: 'secret-of-the-app', redirectUri: null }
const redirectUri = 'http://localhost:28347/vigie'
const now = Date.UTC(2026, 10, 21)
const { signal } = new AbortController()

interface Said {
  readonly status?: number
  readonly json: unknown
}

const pageOf = (id: string, name: string, tasks: string[] = ['CREATE_CONTENT', 'MODERATE'], more: object = {}): object => ({ id, name, tasks, access_token: `token-of-page-${id}`, ...more })
const refused = (code: number, more: object = {}): Said => ({ status: 400, json: { error: { message: 'because', type: 'OAuthException', code, ...more } } })

/** Meta's side of a login, each call by what it is for. */
function meta(changes: Partial<Record<'code' | 'lengthen' | 'app' | 'pages' | 'portfolios' | 'assigned' | 'debug', Said>> = {}, nextPages: (() => Said) | null = null) {
  const requests: HttpRequest[] = []
  const answers = {
    code: { json: { access_token: 'short-token', token_type: 'bearer', expires_in: 5000 } },
    lengthen: { json: { access_token: 'long-token', token_type: 'bearer', expires_in: 5_184_000 } },
    app: { json: { access_token: '4711|x', token_type: 'bearer' } },
    pages: { json: { data: [pageOf('1001', 'Atelier', ['MANAGE'], { username: 'atelier' }), pageOf('1002', 'Boutique')] } },
    portfolios: refused(200),
    assigned: { json: { data: [] } },
    debug: { json: { data: { expires_at: 0, data_access_expires_at: now / 1000 + 90 * 86_400 } } },
    ...changes
  }
  const kindOf = ({ url, body }: HttpRequest): keyof typeof answers => {
    if (url.includes('/me/accounts')) return 'pages'
    if (url.includes('/me/business_users')) return 'portfolios'
    if (url.includes('/assigned_pages')) return 'assigned'
    if (url.includes('/debug_token')) return 'debug'
    const grant = new URLSearchParams(typeof body === 'string' ? body : '').get('grant_type')
    return grant === 'fb_exchange_token' ? 'lengthen' : grant === 'client_credentials' ? 'app' : 'code'
  }
  const http: HttpClient = {
    async send(request) {
      requests.push(request)
      const kind = kindOf(request)
      const { status = 200, json }: Said = kind === 'pages' && nextPages !== null ? nextPages() : answers[kind]
      return { ok: true, response: { status, headers: {}, body: new TextEncoder().encode(JSON.stringify(json)), url: request.url } }
    }
  }
  const connect = createFacebookConnect({ http, clock: { now: () => now, after: () => () => undefined }, random: systemRandom, apiUrl: facebookApiUrl, loginUrl: facebookLoginUrl })
  const login = async () => {
    const begun = await connect.begin({ serverUrl: 'facebook.com', redirectUri, app, signal })
    if (!begun.ok) throw new Error('not begun')
    return connect.complete({ pending: begun.value.pending, code: 'the-code', issuer: null, signal })
  }
  return { connect, requests, login }
}

describe('the login', () => {
  test('opens Facebook’s own page, with a state, without the secret', async () => {
    const begun = await meta().connect.begin({ serverUrl: 'facebook.com', redirectUri, app, signal })
    const url = new URL(begun.ok ? begun.value.loginUrl : '')
    expect(`${url.origin}${url.pathname}`).toBe('https://www.facebook.com/v26.0/dialog/oauth')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code', client_id: '4711', redirect_uri: redirectUri, state: expect.stringMatching(/^.{40,}$/),
      scope: 'pages_show_list pages_read_engagement pages_read_user_content pages_manage_posts pages_manage_engagement pages_messaging read_insights business_management'
    })
  })

  test('makes the code a long token, that one the tokens of Pages, and gives each Page with its own', async () => {
    const { login, requests } = meta()
    const completed = await login()
    if (!completed.ok) throw new Error(completed.failure.error.message)
    const { identity, secret, others } = completed.value
    expect(identity).toMatchObject({ handle: '@atelier', displayName: 'Atelier', remoteId: '1001', serverUrl: 'https://graph.facebook.com', accessEndsAt: now + 90 * 86_400_000 })
    expect(JSON.parse(secret)).toMatchObject({ clientId: '4711', accessToken: 'token-of-page-1001', tasks: ['MANAGE'] })
    expect(others).toMatchObject([{ identity: { handle: 'Boutique', remoteId: '1002' } }])
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual(['POST /v26.0/oauth/access_token', 'POST /v26.0/oauth/access_token', 'GET /v26.0/me/accounts', 'GET /v26.0/me/business_users', 'POST /v26.0/debug_token'])
    expect(requests[2]?.headers?.['authorization']).toBe('Bearer long-token')
    expect(requests.map(({ url }) => url).join(' ')).not.toMatch(/secret-of|short-token|long-token|token-of-page/)
    expect(requests.every(({ signed }) => signed)).toBe(true)
  })

  test('leaves out Pages on which the person may not publish, and says so when none is left', async () => {
    const some = await meta({ pages: { json: { data: [pageOf('1001', 'Atelier', ['ANALYZE']), pageOf('1002', 'Boutique')] } } }).login()
    expect(some).toMatchObject({ ok: true, value: { identity: { remoteId: '1002' }, others: [] } })
    const none = await meta({ pages: { json: { data: [pageOf('1001', 'Atelier', ['ANALYZE'])] } } }).login()
    expect(none).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused', details: { reason: 'no_page' } } } })
  })

  test('says what the person granted, where Meta tells it', async () => {
    const granted = ['pages_show_list', 'public_profile']
    const told = meta({ debug: { json: { data: { expires_at: 0, scopes: granted } } } })
    expect(await told.login()).toMatchObject({ ok: true, value: { identity: { granted }, others: [{ identity: { granted } }] } })
    const untold = await meta().login()
    expect(untold.ok ? 'granted' in untold.value.identity : null).toBe(false)
  })

  test('is worth no less when Meta does not tell its end', async () => {
    expect(await meta({ debug: refused(100) }).login()).toMatchObject({ ok: true, value: { identity: { accessEndsAt: null } } })
  })

  test.each([
    ['code', 100, 'login_refused'], ['code', 1, 'own_app_refused'], ['lengthen', 101, 'own_app_refused'], ['pages', 190, 'auth_revoked'], ['code', 2, 'server_error'], ['code', 4, 'rate_limited']
  ] as const)('%s refused with code %i is %s', async (step, code, errorCode) => {
    expect(await meta({ [step]: refused(code) }).login()).toMatchObject({ ok: false, failure: { error: { code: errorCode } } })
  })
})

describe('the list of Pages', () => {
  const listed = (pages: readonly object[], paging?: object): Said => ({ json: { data: pages, ...(paging === undefined ? {} : { paging }) } })

  test('is read to its end, however many there are', async () => {
    let looks = 0
    const { login } = meta({}, () => {
      looks += 1
      return listed([pageOf(String(1000 + looks), `Page ${looks}`)], looks === 8 ? undefined : { cursors: { after: `a${looks}` }, next: 'https://graph.facebook.com/next' })
    })
    const completed = await login()
    expect(completed.ok ? completed.value.others?.map(({ identity }) => identity.displayName).at(-1) : null).toBe('Page 8')
  })

  test.each([
    ['without an end', { cursors: { after: 'a' }, next: 'https://graph.facebook.com/next' }],
    ['that goes on where nobody can follow', { next: 'https://graph.facebook.com/next' }]
  ])('%s is no list: the Page that is meant could be missing', async (_what, paging) => {
    const { login } = meta({ pages: listed([pageOf('1001', 'Atelier')], paging) })
    expect(await login()).toMatchObject({ ok: false, failure: { error: { code: 'unexpected_answer' } } })
  })
})

describe('the Pages of a business portfolio', () => {
  const empty: Said = { json: { data: [] } }
  const portfolios: Said = { json: { data: [{ id: '77' }, { id: '78' }] } }

  test('are offered, though they stand in no list of the person’s own, and each once', async () => {
    const { login, requests } = meta({ pages: { json: { data: [pageOf('1001', 'Atelier')] } }, portfolios, assigned: { json: { data: [pageOf('1001', 'Atelier', ['ANALYZE']), pageOf('1003', 'Café'), pageOf('1004', 'Figures alone', ['ANALYZE'])] } } })
    const completed = await login()
    expect(completed.ok ? [completed.value.identity, ...(completed.value.others ?? []).map(({ identity }) => identity)].map(({ remoteId }) => remoteId) : null).toEqual(['1001', '1003'])
    expect(requests.map(({ url }) => new URL(url).pathname).filter((path) => path.endsWith('/assigned_pages'))).toEqual(['/v26.0/77/assigned_pages', '/v26.0/78/assigned_pages'])
  })

  test('are enough where the person has none of their own', async () => {
    expect(await meta({ pages: empty, portfolios, assigned: { json: { data: [pageOf('1003', 'Café')] } } }).login()).toMatchObject({ ok: true, value: { identity: { remoteId: '1003' }, others: [] } })
  })

  test.each([['portfolios', 10], ['portfolios', 100], ['assigned', 200]] as const)('keep nothing back when they are not shown: %s refused with %i', async (step, code) => {
    expect(await meta({ portfolios, [step]: refused(code) }).login()).toMatchObject({ ok: true, value: { identity: { remoteId: '1001' } } })
  })

  test('keep no login from the others when they are told in another shape', async () => {
    expect(await meta({ portfolios: { json: { users: [] } } }).login()).toMatchObject({ ok: true, value: { identity: { remoteId: '1001' } } })
  })

  test.each([['portfolios', 2, 'server_error'], ['assigned', 4, 'rate_limited']] as const)('are not left out because %s could not be asked just then (%i)', async (step, code, errorCode) => {
    expect(await meta({ portfolios, [step]: refused(code) }).login()).toMatchObject({ ok: false, failure: { error: { code: errorCode } } })
  })
})

describe('the app', () => {
  test('is not doubted for an error that passes', async () => {
    expect(await meta({ app: refused(1, { is_transient: true }) }).connect.checkApp({ app, redirectUri, signal })).toMatchObject({ ok: false, failure: { kind: 'server_error', error: { retryable: true } } })
  })

  test('is known at once, or not', async () => {
    expect(await meta().connect.checkApp({ app, redirectUri, signal })).toEqual({ ok: true, value: 'accepted' })
    expect(await meta({ app: refused(1) }).connect.checkApp({ app, redirectUri, signal })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'own_app_refused', details: { network: 'Facebook' } } } })
    expect(await meta({ app: refused(101) }).connect.checkApp({ app, redirectUri, signal })).toMatchObject({ ok: false, failure: { error: { code: 'own_app_refused' } } })
  })

  test('is needed', async () => {
    expect(await meta().connect.begin({ serverUrl: 'facebook.com', redirectUri, app: null, signal })).toMatchObject({ ok: false, failure: { error: { code: 'own_app_missing' } } })
  })
})
