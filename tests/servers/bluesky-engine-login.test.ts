import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createBlueskyAdapter } from '../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { succeed } from '../../shared/contract/result.ts'
import type { RichDocument } from '../../shared/posts/rich-document.ts'
import { startTestEngine, type TestEngine } from '../integration/support/start-test-engine.ts'
import { browserLoginsOf, type WatchedLogins } from './browser-logins-of.ts'
import { counting } from './bluesky-login-rig.ts'
import { browsePds } from './bluesky/browse-pds.ts'
import type { BlueskyPerson } from './bluesky-person.ts'
import { hasBlueskyServer, startBlueskyServer, type BlueskyServer } from './start-bluesky-server.ts'

interface KeptSecret {
  readonly key: { readonly d: string }
  readonly tokens: { readonly accessToken: string; readonly refreshToken: string; readonly accessEndsAt: number }
}

const quiet = { info: () => undefined, warning: () => undefined, error: () => undefined }

describe.skipIf(!hasBlueskyServer)('an account of a real PDS, from the listener on this computer to the keychain', () => {
  let server: BlueskyServer
  let lea: BlueskyPerson
  let engine: TestEngine
  let workspaceId: string
  let logins: WatchedLogins['logins']
  let opened: WatchedLogins['opened']
  let calls: readonly string[]
  let finished: WatchedLogins['finished']

  beforeAll(async () => {
    server = await startBlueskyServer()
    lea = await server.createPerson('lea')
    await server.createPerson('tom')
  })
  afterAll(() => server?.stop())
  beforeEach(async () => {
    const network = counting(createHttpClient({ log: quiet, userAgent: 'Vigie/test' }))
    ;({ calls } = network)
    const adapter = createBlueskyAdapter({
      http: network.client, clock: { now: () => engine.now(), after: () => () => undefined }, random: systemRandom,
      appViewDid: server.appViewDid, chatDid: server.chatDid, plcUrl: server.plcUrl
    })
    engine = await startTestEngine({ adapters: [adapter], startAt: Date.now() })
    workspaceId = engine.random.id()
    await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
    ;({ logins, opened, finished } = browserLoginsOf(engine))
  })
  afterEach(async () => {
    logins.cancelAll()
    await engine.stop()
  })

  const list = async () => (await engine.ask('accounts.list', { workspaceId })).accounts
  const check = (accountId: string) => engine.request('accounts.check', { workspaceId, accountId })
  const keptSecret = (): [string, KeptSecret] => {
    const [reference, secret] = [...engine.secrets.entries][0]!
    return [reference, JSON.parse(secret) as KeptSecret]
  }

  async function begin(accountId?: string): Promise<{ loginId: string; loginUrl: string }> {
    const loginId = engine.random.id()
    const begun = await logins.begin({ workspaceId, loginId, networkId: 'bluesky', serverUrl: server.url, identifier: '@lea.test', ...(accountId === undefined ? {} : { accountId }) })
    expect(begun).toEqual(succeed({ loginId }))
    return { loginId, loginUrl: opened.at(-1)! }
  }
  /** Where the login page sends the browser. */
  const allow = async (loginUrl: string, name = 'lea'): Promise<URL> => new URL(await browsePds(loginUrl, { handle: `${name}.test`, password: `password of ${name}`, allows: true }))
  async function outcomeOf(loginId: string) {
    await engine.until(() => finished.has(loginId))
    return finished.get(loginId)!
  }
  async function logIn(accountId?: string) {
    const { loginId, loginUrl } = await begin(accountId)
    await fetch(await allow(loginUrl))
    return outcomeOf(loginId)
  }

  it('is connected on any free port of this computer, for two weeks, and leaves its secrets in the keychain alone', async () => {
    expect(await logIn()).toMatchObject({ kind: 'connected', account: { handle: '@lea.test', remoteId: lea.did, serverUrl: server.url, state: 'connected' } })
    const [account] = await list()
    expect(Math.round((account!.accessEndsAt! - engine.now()) / 86_400_000)).toBe(14)
    const [reference, { key, tokens }] = keptSecret()
    expect([...engine.secrets.entries.keys()]).toEqual([reference])
    await check(account!.id)
    const shown = JSON.stringify([engine.logLines, engine.events, await list(), opened, [...finished.values()]])
    for (const secret of [key.d, tokens.accessToken, tokens.refreshToken]) expect(shown).not.toContain(secret)
  })

  it('lets nothing in but the one redirect: no stray, no wrong state, no second one', async () => {
    const { loginId, loginUrl } = await begin()
    const redirect = await allow(loginUrl)
    const changed = (change: (url: URL) => void): URL => {
      const url = new URL(redirect)
      change(url)
      return url
    }
    expect((await fetch(changed((url) => (url.pathname = '/')))).status).toBe(404)
    expect((await fetch(changed((url) => url.searchParams.set('state', 'guessed')))).status).toBe(400)
    expect((await fetch(changed((url) => url.searchParams.delete('state')))).status).toBe(400)
    expect((await fetch(redirect, { method: 'POST' })).status).toBe(405)
    expect([finished.size, (await list()).length]).toEqual([0, 0])
    expect((await fetch(redirect)).status).toBe(200)
    await expect(fetch(redirect)).rejects.toThrow('fetch failed')
    expect(await outcomeOf(loginId)).toMatchObject({ kind: 'connected' })
    expect(calls.filter((call) => call === 'token')).toHaveLength(1)
  })

  it.each([
    ['names another server', (url: URL) => url.searchParams.set('iss', 'https://elsewhere.example')],
    ['names none', (url: URL) => url.searchParams.delete('iss')],
    ['brings another code', (url: URL) => url.searchParams.set('code', `cod-${'0'.repeat(64)}`)],
    ['says no', (url: URL) => (url.searchParams.delete('code'), url.searchParams.set('error', 'access_denied'))]
  ])('is not connected by a redirect that %s', async (_what, spoil) => {
    const { loginId, loginUrl } = await begin()
    const redirect = await allow(loginUrl)
    spoil(redirect)
    await fetch(redirect)
    expect(await outcomeOf(loginId)).toMatchObject({ kind: 'failed', error: { code: 'login_refused' } })
    expect([await list(), engine.secrets.entries.size]).toEqual([[], 0])
  })

  it('is not connected when the login page was left open until its request was too old', async () => {
    const { loginId, loginUrl } = await begin()
    await server.letLoginsAge(6 * 60_000)
    await fetch(await allow(loginUrl))
    expect(await outcomeOf(loginId)).toMatchObject({ kind: 'failed', error: { code: 'login_refused' } })
  })

  it('is renewed once for however many wait, and uses up no token twice', async () => {
    await logIn()
    const [account] = await list()
    const [reference, before] = keptSecret()
    engine.secrets.entries.set(reference, JSON.stringify({ ...before, tokens: { ...before.tokens, accessEndsAt: engine.now() - 1 } }))
    const tokenCalls = () => calls.filter((call) => call === 'token').length
    const usedBefore = tokenCalls()
    const answers = await Promise.all(Array.from({ length: 12 }, () => check(account!.id)))
    expect(answers.map((answer) => answer.ok && answer.value.state)).toEqual(Array.from({ length: 12 }, () => 'connected'))
    expect(tokenCalls() - usedBefore).toBe(1)
    const [, after] = keptSecret()
    expect(after.tokens.refreshToken).not.toBe(before.tokens.refreshToken)
    expect(after.key).toEqual(before.key)
  })

  it('waits for a login when the network has ended the session, says so, and goes on after it as the same account', async () => {
    await logIn()
    const [account] = await list()
    await server.letLoginsAge(15 * 86_400_000)
    expect(await check(account!.id)).toMatchObject({ ok: true, value: { state: 'needs_login' } })
    expect(await engine.request('accounts.renew', { workspaceId, accountId: account!.id })).toEqual({ ok: true, value: { outcome: 'needs_login' } })
    expect(await logIn(account!.id)).toMatchObject({ kind: 'connected', account: { id: account!.id, state: 'connected' } })
    expect(await list()).toHaveLength(1)
  })

  it('keeps what was to go out while the session was over, and sends it once after the login', async () => {
    await logIn()
    const [account] = await list()
    await server.letLoginsAge(15 * 86_400_000)
    const postId = engine.random.id()
    const document: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ouverture samedi' }] }] }
    const content = { title: '', document, targets: [{ accountId: account!.id, variant: null }], media: [] }
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    const texts = async () => (await lea.records('app.bsky.feed.post')).map(({ value }) => value['text'])
    await engine.advance(40_000)
    await engine.until(async () => (await list())[0]!.state === 'needs_login')
    await engine.until(async () => (await engine.ask('outbox.list', { workspaceId, view: 'open', limit: 10 })).jobs[0]?.failure?.code === 'auth_revoked')
    expect(await texts()).toEqual([])

    expect(await logIn(account!.id)).toMatchObject({ kind: 'connected' })
    await engine.advance(40_000)
    await engine.until(async () => (await engine.ask('posts.read', { workspaceId, postId })).post.status === 'published')
    expect(await texts()).toEqual(['Ouverture samedi'])
  })

  it('ends the session before, and that one alone, when it is connected again', async () => {
    await logIn()
    const [account] = await list()
    const [reference, before] = keptSecret()
    expect(await logIn(account!.id)).toMatchObject({ kind: 'connected', account: { id: account!.id } })
    await engine.until(() => calls.includes('revoke'))
    expect(await engine.request('accounts.renew', { workspaceId, accountId: account!.id })).toMatchObject({ ok: true, value: { outcome: 'renewed' } })
    expect(await check(account!.id)).toMatchObject({ ok: true, value: { state: 'connected' } })
    engine.secrets.entries.set(reference, JSON.stringify(before))
    expect(await engine.request('accounts.renew', { workspaceId, accountId: account!.id })).toEqual({ ok: true, value: { outcome: 'needs_login' } })
  })

  it('ends its session at the network when it is removed', async () => {
    await logIn()
    const [account] = await list()
    await engine.ask('accounts.remove', { workspaceId, accountId: account!.id })
    expect(calls.at(-1)).toBe('revoke')
    expect(engine.secrets.entries.size).toBe(0)
  })
})
