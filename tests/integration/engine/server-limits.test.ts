import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import { limitsAges, limitsRetryMs } from '../../../shared/accounts/limits-age.ts'
import type { ServerLimits } from '../../../shared/accounts/server-limits.ts'
import { createFakeMastodon } from '../../contract/fake-mastodon.ts'
import type { FakeNetwork } from '../../contract/fake-network.ts'
import { refusals, riddles, startHostileServer, type HostileServer } from '../../contract/hostile-server.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const hour = 3_600_000
const silentLog = { info: () => undefined, warning: () => undefined, error: () => undefined }

let engine: TestEngine
let server: HostileServer
let http: ClosableHttpClient
let workspaceId: string
let accountId: string
/** What the server says of itself now. */
let configuration: unknown

/** A server that lets anybody in and says what the test has it say. */
function changingMastodon(): FakeNetwork {
  const fake = createFakeMastodon()
  return {
    ...fake,
    answer(request, origin) {
      if (request.path === '/api/v1/apps') return { status: 200, json: { client_id: 'id', client_secret: 'top-secret-app' } }
      if (request.path === '/oauth/token') return { status: 200, json: { access_token: 'top-secret-token', token_type: 'Bearer', scope: 'read write', created_at: 0 } }
      if (request.path === '/api/v2/instance') return { status: 200, json: { domain: 'mastodon.example', configuration } }
      return fake.answer(request, origin)
    }
  }
}

const statuses = (max_characters: unknown): object => ({ statuses: { max_characters, max_media_attachments: 4, characters_reserved_per_url: 23 } })

beforeEach(async () => {
  configuration = statuses(500)
  server = await startHostileServer(changingMastodon())
  http = createHttpClient({ log: silentLog, userAgent: 'Vigie/test' })
  engine = await startTestEngine({ http, testOptions: { pollEveryMs: 400 * 24 * hour } })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const loginId = engine.random.id()
  const begun = await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'mastodon', serverUrl: server.url, redirectUri: 'http://127.0.0.1:1/vigie' })
  if (!begun.ok) throw new Error(begun.error.message)
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'c', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  accountId = completed.value.account.id
})
afterEach(async () => {
  await engine.stop()
  http.close()
  await server.stop()
})

const limits = async (): Promise<ServerLimits | undefined> => (await engine.ask('accounts.list', { workspaceId })).accounts[0]?.serverLimits
const readings = (): number => server.requests.filter(({ path }) => path.startsWith('/api/') && path.endsWith('/instance')).length
const changes = (): number => engine.events.filter(({ name }) => name === 'accounts.changed').length
const openComposer = (): Promise<{ notTold: string[] }> => engine.ask('serverLimits.refresh', { workspaceId, accountIds: [accountId] })
const isInstance = ({ path }: { readonly path: string }): boolean => path.endsWith('/instance')
const grow = (ms: number): Promise<void> => engine.advance(ms)

describe('what the server of an account states', () => {
  it('is said not to be told where it is old and the server does not answer, until it does', async () => {
    expect(await openComposer()).toEqual({ notTold: [] })
    await grow(limitsAges.composer.maxAgeMs)
    server.spoil(isInstance, refusals.slowDown)
    expect(await openComposer()).toEqual({ notTold: [accountId] })
    // It is not asked again so soon, and is still not known.
    expect(await openComposer()).toEqual({ notTold: [accountId] })
    server.spoil(() => false, refusals.slowDown)
    await grow(limitsRetryMs * 6)
    expect(await openComposer()).toEqual({ notTold: [] })
  })

  it('is read at the login, and anew when somebody writes and it is old, once for all who ask', async () => {
    expect(readings()).toBe(1)
    expect(await limits()).toMatchObject({ maxCharacters: 500 })
    configuration = statuses(300)
    await grow(limitsAges.composer.maxAgeMs - 1000)
    await openComposer()
    expect(readings()).toBe(1)
    await grow(1000)
    const before = changes()
    await Promise.all([openComposer(), openComposer(), openComposer()])
    expect(readings()).toBe(2)
    expect(await limits()).toMatchObject({ maxCharacters: 300 })
    expect(changes()).toBe(before + 1)
    await openComposer()
    expect(readings()).toBe(2)
  })

  it('tells nobody where it says what it said before, and its age outlives a power cut', async () => {
    await grow(limitsAges.composer.maxAgeMs)
    const before = changes()
    await openComposer()
    expect(readings()).toBe(2)
    expect(changes()).toBe(before)
    await engine.restart({ crash: true })
    await openComposer()
    expect(readings()).toBe(2)
  })

  it('is read once a day while nobody writes, and not while Vigie works offline', async () => {
    await grow(4 * 24 * hour)
    const read = readings() - 1
    expect(read).toBeGreaterThanOrEqual(3)
    expect(read).toBeLessThanOrEqual(4)
    await engine.ask('studio.saveSettings', { settings: { workOffline: true } })
    await grow(3 * 24 * hour)
    await openComposer()
    expect(readings() - 1).toBe(read)
    await engine.ask('studio.saveSettings', { settings: { workOffline: false } })
    await grow(2 * 60_000)
    expect(readings() - 1).toBe(read + 1)
  })

  it.each([refusals.slowDownSilently, refusals.forbidden, refusals.gone, ...riddles(false)])('stays as it was where the answer is $name; the server is left alone for a while, and then believed again', async (fault) => {
    configuration = statuses(300)
    await grow(limitsAges.composer.maxAgeMs)
    server.spoil(isInstance, fault)
    const before = changes()
    const asked = openComposer()
    // No answer at all: what the reading has for it ends.
    if (fault.name === 'no answer') {
      await engine.until(() => readings() > 1)
      await engine.advance(20_000)
    }
    await asked
    const after = readings()
    expect(after).toBeGreaterThan(1)
    expect(await limits()).toMatchObject({ maxCharacters: 500 })
    expect(changes()).toBe(before)
    await openComposer()
    expect(readings()).toBe(after)
    server.spoil(() => false, fault)
    await grow(limitsRetryMs)
    await openComposer()
    expect(await limits()).toMatchObject({ maxCharacters: 300 })
  })

  it('is not asked for before the time that the server named', async () => {
    await grow(limitsAges.composer.maxAgeMs)
    server.spoil(isInstance, { name: '429', isDone: false, spoil: (response) => void response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '1800' }).end('{"error":"Too many requests"}') })
    await openComposer()
    expect(readings()).toBe(2)
    await grow(limitsRetryMs)
    await openComposer()
    expect(readings()).toBe(2)
    server.spoil(() => false, refusals.gone)
    await grow(1_800_000)
    await openComposer()
    expect(readings()).toBe(3)
  })

  it.each([[-1], [0], [2 ** 53], ['beaucoup'], [null]])('stays as it was where it is %j', async (nonsense) => {
    configuration = statuses(nonsense)
    await grow(limitsAges.composer.maxAgeMs)
    await openComposer()
    expect(readings()).toBe(2)
    expect(await limits()).toMatchObject({ maxCharacters: 500 })
  })

  it('stays as it was where a check meets a server that tells who we are, and nothing of itself', async () => {
    server.spoil(isInstance, refusals.gone)
    expect(await engine.ask('accounts.check', { workspaceId, accountId })).toMatchObject({ state: 'connected', serverLimits: { maxCharacters: 500 } })
  })

  it('an access that ended is found, and said as everywhere', async () => {
    await grow(limitsAges.composer.maxAgeMs)
    server.spoil(isInstance, refusals.unauthorised)
    await openComposer()
    expect((await engine.ask('accounts.list', { workspaceId })).accounts[0]).toMatchObject({ state: 'needs_login', serverLimits: { maxCharacters: 500 } })
    const after = readings()
    await grow(24 * hour)
    await openComposer()
    expect(readings()).toBe(after)
  })

  it('ends with the studio, however long the server is silent, and bears no token', async () => {
    await grow(limitsAges.composer.maxAgeMs)
    server.spoil(isInstance, riddles(false).find(({ name }) => name === 'no answer')!)
    void engine.request('serverLimits.refresh', { workspaceId, accountIds: [accountId] })
    await engine.until(() => readings() === 2)
    await engine.restart({ crash: false })
    expect(JSON.stringify([engine.logLines, engine.events, await engine.ask('accounts.list', { workspaceId })])).not.toContain('top-secret')
  })
})

describe('posts that wait when a server begins to take less', () => {
  async function schedule(text: string, at: string): Promise<string> {
    const postId = engine.random.id()
    const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] }, targets: [{ accountId, variant: null }], media: [] }
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: at } })
    return postId
  }
  const unfit = async () => (await engine.ask('serverLimits.listUnfit', { workspaceId })).posts
  const told = (): number => engine.events.filter(({ name }) => name === 'serverLimits.changed').length

  async function serverTakes(characters: number): Promise<void> {
    configuration = statuses(characters)
    await grow(limitsAges.composer.maxAgeMs)
    await openComposer()
    expect(await limits()).toMatchObject({ maxCharacters: characters })
  }

  it('are told, soonest first, each with why, until the server takes more or they are put right', async () => {
    const later = await schedule('b'.repeat(450), '2026-12-24T10:00')
    const sooner = await schedule('a'.repeat(400), '2026-12-23T10:00')
    await schedule('short', '2026-12-22T10:00')
    expect(await unfit()).toEqual([])
    await serverTakes(300)
    expect(await unfit()).toMatchObject([
      { postId: sooner, accountId, problems: [{ code: 'text_too_long', severity: 'stop', details: { count: 400, max: 300 } }] },
      { postId: later, accountId, problems: [{ code: 'text_too_long', details: { count: 450, max: 300 } }] }
    ])
    expect(told()).toBe(1)
    await engine.restart({ crash: true })
    expect(await unfit()).toHaveLength(2)
    await engine.ask('posts.unschedule', { workspaceId, postId: sooner })
    expect((await unfit()).map(({ postId }) => postId)).toEqual([later])
    await serverTakes(450)
    expect(await unfit()).toEqual([])
    expect(told()).toBe(2)
  })

  it('are told once when somebody has read it, and again when the server takes even less', async () => {
    const postId = await schedule('a'.repeat(400), '2026-12-23T10:00')
    await serverTakes(300)
    await engine.ask('serverLimits.dismissUnfit', { workspaceId, postIds: [postId] })
    expect(await unfit()).toEqual([])
    await grow(24 * hour)
    expect(await unfit()).toEqual([])
    await serverTakes(200)
    expect(await unfit()).toMatchObject([{ postId, problems: [{ details: { max: 200 } }] }])
  })

  it('do not come with those of another client that has the same account, nor with one that was removed', async () => {
    await schedule('a'.repeat(400), '2026-12-23T10:00')
    await serverTakes(300)
    const other = engine.random.id()
    await engine.ask('workspaces.create', { id: other, name: 'Banque Ferron', colour: 'plum', timeZone: 'Europe/Paris' })
    expect((await engine.ask('serverLimits.listUnfit', { workspaceId: other })).posts).toEqual([])
    await engine.ask('serverLimits.refresh', { workspaceId: other, accountIds: [accountId] })
    await engine.ask('accounts.remove', { workspaceId, accountId })
    expect(await unfit()).toEqual([])
  })
})
