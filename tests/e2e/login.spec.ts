import { randomUUID } from 'node:crypto'
import { startMastodonLoginServer, type MastodonLoginServer } from './support/mastodon-login-server.ts'
import { filesWithSecrets } from './support/search-secrets.ts'
import type { Studio } from './support/studio.ts'
import { expect, test } from './support/test.ts'

let server: MastodonLoginServer
test.beforeEach(async () => {
  server = await startMastodonLoginServer()
})
test.afterEach(() => server.close())

interface OpenLogin {
  readonly workspaceId: string
  readonly loginId: string
  /** What the studio wanted the system's browser to open. */
  readonly loginUrl: URL
  readonly finished: ReturnType<typeof finishedLogin>
}

const finishedLogin = (studio: Studio, loginId: string) => studio.bridge.next('accounts.loginFinished', { loginId })

/** Makes a workspace and begins a login in it, up to the open login page. */
async function beginLogin(studio: Studio): Promise<OpenLogin> {
  const opened = await studio.catchExternal()
  const workspaceId = randomUUID()
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Boulangerie Martin', colour: 'teal', timeZone: 'Europe/Paris' })
  const loginId = randomUUID()
  const finished = finishedLogin(studio, loginId)
  await studio.bridge.ask('accounts.beginBrowserLogin', { workspaceId, loginId, networkId: 'mastodon', serverUrl: server.origin })
  const [loginUrl = ''] = await opened()
  return { workspaceId, loginId, loginUrl: new URL(loginUrl), finished }
}

const redirectOf = ({ loginUrl }: OpenLogin): URL => {
  const redirect = new URL(loginUrl.searchParams.get('redirect_uri') ?? '')
  redirect.searchParams.set('state', loginUrl.searchParams.get('state') ?? '')
  return redirect
}

test('an account is connected through the system’s browser, and its token lies in no file', async ({ studio }) => {
  const login = await beginLogin(studio)
  expect(login.loginUrl.origin).toBe(server.origin)
  expect(login.loginUrl.searchParams.get('code_challenge_method')).toBe('S256')
  expect(redirectOf(login).hostname).toBe('127.0.0.1')

  // As the browser does: the login page redirects to the studio's listener, which shows its closing page.
  const page = await fetch(login.loginUrl)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Vous pouvez fermer cette page et revenir à Vigie.')

  const { outcome } = await login.finished
  expect(outcome).toMatchObject({ kind: 'connected', account: { networkId: 'mastodon', state: 'connected' } })
  const { accounts } = await studio.bridge.ask('accounts.list', { workspaceId: login.workspaceId })
  expect(accounts).toHaveLength(1)
  expect(server.tokens).toHaveLength(1)

  // The listener is gone after its one answer.
  await expect(fetch(redirectOf(login))).rejects.toThrow('fetch failed')
  await studio.close()
  expect(filesWithSecrets(studio.dataFolder, [...server.tokens, 'login-client-secret'])).toEqual([])
})

test('a token survives a restart in the keychain, and goes with its account', async ({ launch }) => {
  const first = await launch()
  const login = await beginLogin(first)
  await fetch(login.loginUrl)
  const { outcome } = await login.finished
  if (outcome.kind !== 'connected') throw new Error(outcome.error.code)
  await first.close()

  const second = await launch()
  const { workspaceId } = login
  expect(await second.bridge.ask('accounts.check', { workspaceId, accountId: outcome.account.id })).toMatchObject({ state: 'connected' })
  await second.bridge.ask('accounts.remove', { workspaceId, accountId: outcome.account.id })
  expect((await second.bridge.ask('accounts.list', { workspaceId })).accounts).toEqual([])
})

test('a refusal on the login page is told', async ({ studio }) => {
  server.deny()
  const login = await beginLogin(studio)
  const page = await fetch(login.loginUrl)
  expect(page.status).toBe(400)
  expect(await page.text()).toContain('The login did not go through.')
  expect((await login.finished).outcome).toMatchObject({ kind: 'failed', error: { code: 'login_refused' } })
})

test('a login that is given up closes its listener', async ({ studio }) => {
  const login = await beginLogin(studio)
  await studio.bridge.ask('accounts.cancelBrowserLogin', { loginId: login.loginId })
  expect((await login.finished).outcome).toMatchObject({ kind: 'failed', error: { code: 'login_cancelled' } })
  await expect(fetch(redirectOf(login))).rejects.toThrow('fetch failed')
})

test('whoever else calls the listener gets nothing and changes nothing', async ({ studio }) => {
  const login = await beginLogin(studio)
  const redirect = redirectOf(login)
  expect((await fetch(new URL('/', redirect))).status).toBe(404)
  expect((await fetch(new URL(`/vigie/guess${redirect.search}`, redirect))).status).toBe(404)
  expect((await fetch(redirect, { method: 'POST' })).status).toBe(405)
  await fetch(login.loginUrl)
  expect((await login.finished).outcome).toMatchObject({ kind: 'connected' })
})

test('an answer with another state ends the login and gives no account', async ({ studio }) => {
  const login = await beginLogin(studio)
  const redirect = redirectOf(login)
  redirect.searchParams.set('state', 'another')
  redirect.searchParams.set('code', 'stolen')
  expect((await fetch(redirect)).status).toBe(400)
  expect((await login.finished).outcome).toMatchObject({ kind: 'failed', error: { code: 'login_refused' } })
  expect(server.tokens).toEqual([])
})

test('a server that is no Mastodon server is told at once, and no page is opened', async ({ studio }) => {
  const opened = await studio.catchExternal()
  const workspaceId = randomUUID()
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Boulangerie Martin', colour: 'teal', timeZone: 'Europe/Paris' })
  const answer = await studio.bridge.request('accounts.beginBrowserLogin', { workspaceId, loginId: randomUUID(), networkId: 'mastodon', serverUrl: 'http://127.0.0.1:1' })
  expect(answer.ok).toBe(false)
  expect(await opened()).toEqual([])
})

test('without a keychain no account is connected, and the reason is told', async ({ launch }) => {
  const studio = await launch({ environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } })
  const changed = studio.bridge.next('secretStore.changed', { state: 'missing' })
  const login = await beginLogin(studio)
  await fetch(login.loginUrl)
  expect((await login.finished).outcome).toMatchObject({ kind: 'failed', error: { code: 'no_keychain' } })
  await changed
  expect((await studio.bridge.ask('accounts.list', { workspaceId: login.workspaceId })).accounts).toEqual([])
})
