import { createServer } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { callForJson } from '../../electron/engine/networks/api-call.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import { failed, mapValue } from '../../electron/engine/networks/network-results.ts'
import { createOAuthConnect } from '../../electron/engine/networks/oauth/create-oauth-connect.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { succeed } from '../../shared/contract/result.ts'
import { studioError } from '../../shared/errors/studio-error.ts'
import { loginAddresses, loginPorts } from '../../shared/networks/own-app.ts'
import { xCapabilities } from '../../shared/networks/x-capabilities.ts'
import { startTestEngine, type TestEngine } from '../integration/support/start-test-engine.ts'
import { browserLoginsOf, type WatchedLogins } from './browser-logins-of.ts'
import { browse } from './openid/browse.ts'
import { hasOpenIdServer, openIdClientSecret, startOpenIdServer, type OpenIdServer } from './start-openid-server.ts'

if (!hasOpenIdServer) console.log('skipped: logins at a real OpenID provider (VIGIE_TEST_OPENID_MODULES is not set)')

/** Of `studio-web`, by which a test asks the provider itself. */
const authorization = `Basic ${Buffer.from(`studio-web:${new URLSearchParams({ x: openIdClientSecret }).toString().slice(2)}`).toString('base64')}`
const quiet = { info: () => undefined, warning: () => undefined, error: () => undefined }

/** A network that is nothing but the provider's login: whose the access is, it asks at the provider's own `userinfo`. */
function createProviderNetwork(issuer: string, now: () => number): { adapter: NetworkAdapter; calls: string[] } {
  const http = createHttpClient({ log: quiet, userAgent: 'Vigie/test' })
  const calls: string[] = []
  const connect = createOAuthConnect({
    http, clock: { now, after: () => () => undefined }, random: systemRandom,
    description: {
      name: 'Provider', issuer, authorizationEndpoint: `${issuer}/auth`, tokenEndpoint: `${issuer}/token`, revocationEndpoint: `${issuer}/token/revocation`, scopes: ['openid', 'profile', 'offline_access'],
      pkce: 'S256', clientAuthentication: 'basic', loginParameters: { prompt: 'consent' }, refreshTokenLifetime: 3_600_000
    },
    serverUrl: issuer,
    async identify({ accessToken, isRenewable, signal }) {
      calls.push(accessToken)
      const call = { http, effect: 'none' as const, now, explain: ({ response: { status } }: { response: { status: number } }) => (status === 401 && isRenewable ? { kind: 'auth_expired' as const, error: studioError('auth_expired', 'over') } : null) }
      const found = await callForJson(call, { method: 'GET', url: `${issuer}/me`, headers: { authorization: `Bearer ${accessToken}` }, signed: true, signal }, z.object({ sub: z.string() }))
      return mapValue(found, ({ sub }) => ({ handle: `@${sub}`, displayName: sub, serverUrl: issuer, remoteId: sub, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }))
    }
  })
  const nothing = async () => failed('rejected', studioError('rejected', 'not part of this test'))
  return { adapter: { capabilities: xCapabilities, connect, publisher: { publish: nothing, findPublished: nothing } }, calls }
}

describe.skipIf(!hasOpenIdServer)('logins at a real OpenID provider', () => {
  let server: OpenIdServer
  let engine: TestEngine
  let network: ReturnType<typeof createProviderNetwork>
  let workspaceId: string
  let logins: WatchedLogins['logins']
  let opened: WatchedLogins['opened']
  let finished: WatchedLogins['finished']

  beforeAll(async () => {
    server = await startOpenIdServer()
  })
  afterAll(() => server?.stop())
  beforeEach(async () => {
    network = createProviderNetwork(server.issuer, () => engine.now())
    engine = await startTestEngine({ adapters: [network.adapter], startAt: Date.now() })
    workspaceId = engine.random.id()
    await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
    ;({ logins, opened, finished } = browserLoginsOf(engine))
  })
  afterEach(async () => {
    logins.cancelAll()
    await engine.stop()
  })

  const saveApp = (changes: object = {}) => engine.request('ownApps.save', { workspaceId, networkId: 'x', scope: 'workspace', clientId: 'studio-web', clientSecret: openIdClientSecret, redirectUri: '', ...changes })
  const list = async () => (await engine.ask('accounts.list', { workspaceId })).accounts

  async function begin(): Promise<{ loginId: string; loginUrl: string; redirectUri: string }> {
    const loginId = engine.random.id()
    expect(await logins.begin({ workspaceId, loginId, networkId: 'x', serverUrl: 'x.com' })).toMatchObject({ ok: true })
    const loginUrl = opened.at(-1)!
    return { loginId, loginUrl, redirectUri: new URL(loginUrl).searchParams.get('redirect_uri')! }
  }
  async function outcomeOf(loginId: string) {
    await engine.until(() => finished.has(loginId))
    return finished.get(loginId)!
  }
  async function logIn(name = 'alice') {
    const { loginId, loginUrl, redirectUri } = await begin()
    await fetch(await browse(loginUrl, redirectUri, { name, allows: true }))
    return outcomeOf(loginId)
  }
  const secretOf = (): { accessToken: string; refreshToken: string | null } => JSON.parse([...engine.secrets.entries].find(([reference]) => !reference.includes(':app:'))![1])

  it('connects with an app that has a secret, and with one that has none', async () => {
    expect(await saveApp()).toEqual({ ok: true, value: { checked: 'accepted' } })
    expect(await logIn()).toMatchObject({ kind: 'connected', account: { handle: '@alice', state: 'connected' } })
    expect(await saveApp({ clientId: 'studio-native', clientSecret: '' })).toEqual({ ok: true, value: { checked: 'accepted' } })
    expect(await logIn('bob')).toMatchObject({ kind: 'connected', account: { handle: '@bob' } })
    expect(new URL(opened[0]!).searchParams.get('code_challenge_method')).toBe('S256')
    expect(await list()).toHaveLength(2)
  })

  it.each([['a wrong secret', { clientSecret: 'wrong' }], ['an unknown app', { clientId: 'nobody' }], ['a secret left out', { clientSecret: '' }]])('says so at once of %s, and keeps nothing', async (_what, changes) => {
    expect(await saveApp(changes)).toMatchObject({ ok: false, error: { code: 'own_app_refused', details: { network: 'Provider' } } })
    expect(engine.secrets.entries.size).toBe(0)
    expect(await logins.begin({ workspaceId, loginId: engine.random.id(), networkId: 'x', serverUrl: 'x.com' })).toMatchObject({ ok: false, error: { code: 'own_app_missing' } })
  })

  it('takes a client’s own app before the studio’s, and another client takes the studio’s', async () => {
    const other = engine.random.id()
    await engine.ask('workspaces.create', { id: other, name: 'Banque Ferron', colour: 'ocean', timeZone: 'Europe/Paris' })
    await saveApp({ scope: 'studio', clientId: 'studio-native', clientSecret: '' })
    await saveApp()
    expect((await engine.ask('ownApps.list', { workspaceId })).apps).toEqual([{ networkId: 'x', scope: 'workspace', isPasted: false }])
    expect((await engine.ask('ownApps.list', { workspaceId: other })).apps).toEqual([{ networkId: 'x', scope: 'studio', isPasted: false }])
    await begin()
    expect(new URL(opened[0]!).searchParams.get('client_id')).toBe('studio-web')
    await logins.begin({ workspaceId: other, loginId: engine.random.id(), networkId: 'x', serverUrl: 'x.com' })
    expect(new URL(opened[1]!).searchParams.get('client_id')).toBe('studio-native')
    await engine.ask('workspaces.remove', { workspaceId })
    expect([...engine.secrets.entries.keys()]).toEqual(['studio:app:x'])
  })

  it('ends when the person says no', async () => {
    await saveApp()
    const { loginId, loginUrl, redirectUri } = await begin()
    const response = await fetch(await browse(loginUrl, redirectUri, { name: 'alice', allows: false }))
    expect(response.status).toBe(400)
    expect(await outcomeOf(loginId)).toMatchObject({ kind: 'failed', error: { code: 'login_refused' } })
    expect(await list()).toEqual([])
  })

  it('is not ended by stray calls, and takes one redirect only', async () => {
    await saveApp()
    const { loginId, loginUrl, redirectUri } = await begin()
    const redirect = await browse(loginUrl, redirectUri, { name: 'alice', allows: true })
    for (const stray of [`${redirectUri}?code=stolen&state=other`, `${redirectUri}?error=access_denied&state=`, new URL('/favicon.ico', redirectUri).href, `${redirectUri}/more?state=x`]) expect((await fetch(stray)).status).toBeGreaterThanOrEqual(400)
    expect((await fetch(redirect, { method: 'POST' })).status).toBe(405)
    expect((await fetch(redirect)).status).toBe(200)
    expect(await outcomeOf(loginId)).toMatchObject({ kind: 'connected' })
    await expect(fetch(redirect)).rejects.toThrow('fetch failed')
    expect(await list()).toHaveLength(1)
  })

  it('uses up a code once: replayed in another login it opens nothing', async () => {
    await saveApp()
    const first = await begin()
    const redirect = new URL(await browse(first.loginUrl, first.redirectUri, { name: 'alice', allows: true }))
    const second = await begin()
    // The code of one login brought to another one: that one's verifier does not fit.
    const moved = new URL(second.redirectUri)
    moved.searchParams.set('code', redirect.searchParams.get('code')!)
    moved.searchParams.set('state', new URL(second.loginUrl).searchParams.get('state')!)
    await fetch(moved)
    expect(await outcomeOf(second.loginId)).toMatchObject({ kind: 'failed', error: { code: 'login_refused' } })
    expect(await list()).toEqual([])
  })

  it('refuses a redirect that names another server', async () => {
    await saveApp()
    const { loginId, loginUrl, redirectUri } = await begin()
    const redirect = new URL(await browse(loginUrl, redirectUri, { name: 'alice', allows: true }))
    expect(redirect.searchParams.get('iss')).toBe(server.issuer)
    redirect.searchParams.set('iss', 'https://other.example')
    await fetch(redirect)
    expect(await outcomeOf(loginId)).toMatchObject({ kind: 'failed', error: { code: 'login_refused' } })
  })

  it('goes to the next of the registered ports when one is taken; the provider refuses one that is not registered', async () => {
    await saveApp()
    const neighbour = createServer()
    await new Promise<void>((resolve, reject) => neighbour.once('error', reject).listen(loginPorts[0], '127.0.0.1', resolve))
    const { loginId, loginUrl, redirectUri } = await begin()
    expect(redirectUri).toBe(loginAddresses[1])
    const elsewhere = new URL(loginUrl)
    elsewhere.searchParams.set('redirect_uri', 'http://127.0.0.1:28999/vigie')
    await expect(browse(elsewhere.href, 'http://127.0.0.1:28999', { name: 'alice', allows: true })).rejects.toThrow('the login page says 400')
    await fetch(await browse(loginUrl, redirectUri, { name: 'alice', allows: true }))
    expect(await outcomeOf(loginId)).toMatchObject({ kind: 'connected' })
    await new Promise((resolve) => neighbour.close(resolve))
  })

  it('takes the pasted final address where the browser does not find its way back', async () => {
    await saveApp()
    const { loginId, loginUrl, redirectUri } = await begin()
    const redirect = await browse(loginUrl, redirectUri, { name: 'alice', allows: true })
    expect(logins.finish(loginId, `${redirectUri}?code=x&state=other`)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(logins.finish(loginId, redirect)).toEqual(succeed({}))
    expect(await outcomeOf(loginId)).toMatchObject({ kind: 'connected', account: { handle: '@alice' } })
  })

  it('renews once for however many wait, keeps the new refresh token, and is done with the old', async () => {
    await saveApp()
    await logIn()
    const [account] = await list()
    const before = secretOf()
    const usedBefore = await server.refreshes()
    await engine.advance(4000)
    const answers = await Promise.all(Array.from({ length: 24 }, () => engine.request('accounts.check', { workspaceId, accountId: account!.id })))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await server.refreshes()).toBe(usedBefore + 1)
    const after = secretOf()
    expect(after.refreshToken).not.toBe(before.refreshToken)
    expect(after.accessToken).not.toBe(before.accessToken)
    await engine.restart({ crash: false })
    // The start renews an access that ends soon, by itself.
    await engine.until(async () => (await server.refreshes()) === usedBefore + 2)
    await engine.settle()
    await engine.advance(4000)
    expect(await engine.request('accounts.check', { workspaceId, accountId: account!.id })).toMatchObject({ ok: true, value: { state: 'connected' } })
    expect(await server.refreshes()).toBe(usedBefore + 3)
  })

  it('renews when the provider says that the access is over, whatever the clock says', async () => {
    await saveApp()
    await logIn()
    const [account] = await list()
    const { accessToken } = secretOf()
    await fetch(`${server.issuer}/test/spoil`, { headers: { authorization: `Bearer ${accessToken}` } })
    expect((await fetch(`${server.issuer}/me`, { headers: { authorization: `Bearer ${accessToken}` } })).status).toBe(401)
    expect(await engine.request('accounts.check', { workspaceId, accountId: account!.id })).toMatchObject({ ok: true, value: { state: 'connected' } })
    expect(secretOf().accessToken).not.toBe(accessToken)
  })

  it('asks for a login when the refresh token was used elsewhere, and goes on after it', async () => {
    await saveApp()
    await logIn()
    const [account] = await list()
    const { refreshToken } = secretOf()
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken! }
    expect((await fetch(`${server.issuer}/token`, { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) })).status).toBe(200)
    await engine.advance(4000)
    expect(await engine.request('accounts.check', { workspaceId, accountId: account!.id })).toMatchObject({ ok: true, value: { state: 'needs_login' } })
    expect(await logIn()).toMatchObject({ kind: 'connected', account: { id: account!.id, state: 'connected' } })
    expect(await list()).toHaveLength(1)
  })

  it('asks for a login when the app is gone from the keychain, and takes its changed secret by itself', async () => {
    await saveApp()
    await logIn()
    const [account] = await list()
    const check = () => engine.request('accounts.check', { workspaceId, accountId: account!.id })
    await engine.ask('ownApps.remove', { workspaceId, networkId: 'x', scope: 'workspace' })
    await engine.advance(4000)
    expect(await check()).toMatchObject({ ok: true, value: { state: 'needs_login' } })
    await saveApp({ scope: 'studio' })
    expect(await check()).toMatchObject({ ok: true, value: { state: 'connected' } })
  })

  it('ends the access at the provider when the account is removed', async () => {
    await saveApp()
    await logIn()
    const [account] = await list()
    const { accessToken } = secretOf()
    await engine.ask('accounts.remove', { workspaceId, accountId: account!.id })
    expect((await fetch(`${server.issuer}/me`, { headers: { authorization: `Bearer ${accessToken}` } })).status).toBe(401)
    expect([...engine.secrets.entries.keys()]).toEqual([`${workspaceId}:app:x`])
  })

  it('leaves no secret in the log, in events or in what a page is answered', async () => {
    await saveApp({ clientSecret: 'wrong-secret-of-a-person-123' })
    await saveApp()
    await logIn()
    await engine.advance(4000)
    const [account] = await list()
    await engine.request('accounts.check', { workspaceId, accountId: account!.id })
    const { accessToken, refreshToken } = secretOf()
    const shown = JSON.stringify([engine.logLines, engine.events, await list(), await engine.ask('ownApps.list', { workspaceId }), [...finished.values()]])
    for (const secret of ['wrong-secret-of-a-person-123', openIdClientSecret, 'studio-web', accessToken, refreshToken!]) expect(shown).not.toContain(secret)
  })
})
