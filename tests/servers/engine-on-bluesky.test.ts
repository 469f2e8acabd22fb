import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { RichDocument } from '../../shared/posts/rich-document.ts'
import { startTestEngine, type TestEngine } from '../integration/support/start-test-engine.ts'
import type { BlueskyPerson } from './bluesky-person.ts'
import { hasBlueskyServer, startBlueskyServer, type BlueskyServer } from './start-bluesky-server.ts'

const posts = 'app.bsky.feed.post'
const documentOf = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

if (!hasBlueskyServer) console.log('skipped: the engine on Bluesky on a real server (not laid out: VIGIE_TEST_PDS_MODULES)')

/** The main job on a real network, below the window: the whole engine, with its own adapters, files and outbox. */
describe.skipIf(!hasBlueskyServer)('the engine on a real Bluesky server', () => {
  let server: BlueskyServer
  let engine: TestEngine
  let lea: BlueskyPerson
  let tom: BlueskyPerson
  let workspaceId: string
  let accountId: string
  let appPassword: string

  beforeAll(async () => {
    server = await startBlueskyServer()
    lea = await server.createPerson('lea')
    tom = await server.createPerson('tom')
    const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    engine = await startTestEngine({ http, startAt: Date.now(), testOptions: { blueskyAppViewDid: server.appViewDid, blueskyChatDid: server.chatDid } })
    workspaceId = engine.random.id()
    await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
    appPassword = await lea.makeAppPassword('vigie')
  })
  afterAll(async () => {
    await engine?.stop()
    await server?.stop()
  })

  const texts = async (): Promise<unknown[]> => (await lea.records(posts)).map(({ value }) => value['text'])
  const workOffline = (isOffline: boolean): Promise<unknown> => engine.ask('studio.saveSettings', { settings: { workOffline: isOffline } })

  it('connects the account', async () => {
    const account = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: server.url, identifier: 'lea.test', appPassword })
    expect(account).toMatchObject({ handle: '@lea.test', remoteId: lea.did, state: 'connected' })
    accountId = account.id
  })

  it('publishes once what was scheduled offline, over a crash and the way back', async () => {
    const postId = engine.random.id()
    await workOffline(true)
    const content = { title: '', document: documentOf('Ouverture samedi'), targets: [{ accountId, variant: null }], media: [] }
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await engine.advance(60_000)
    expect(await texts()).toEqual([])
    await engine.restart({ crash: true })
    await workOffline(false)
    for (let minutes = 0; minutes < 10 && (await texts()).length === 0; minutes += 1) await engine.advance(60_000)
    await engine.restart({ crash: true })
    await engine.advance(10 * 60_000)
    expect(await texts()).toEqual(['Ouverture samedi'])
    expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('published')
  })

  it('shows the answer of somebody else, and puts ours in its place', async () => {
    const [ours] = await lea.records(posts)
    const question = await tom.reply('À quelle heure ?', { uri: ours!.uri, cid: ours!.cid })
    await engine.ask('inbox.refresh', { workspaceId })
    await engine.advance(60_000)
    const { conversations } = await engine.ask('inbox.page', { workspaceId, view: 'open', kind: null, accountId: null, before: null, limit: 50 })
    expect(conversations).toMatchObject([{ kind: 'comment', authorHandle: '@tom.test', lastText: 'À quelle heure ?' }])
    const conversationId = conversations[0]!.id
    await engine.ask('inbox.reply', { workspaceId, conversationId, replyId: engine.random.id(), itemId: null, text: 'Dès dix heures.' })
    await engine.advance(60_000)
    const answer = (await lea.records(posts)).find(({ value }) => value['text'] === 'Dès dix heures.')!
    expect(answer.value['reply']).toEqual({ root: { uri: ours!.uri, cid: ours!.cid }, parent: question })
    const thread = await engine.ask('inbox.read', { workspaceId, conversationId })
    expect(thread.items.map((item) => [item.text, item.isOwn])).toEqual([['À quelle heure ?', false], ['Dès dix heures.', true]])
  })

  it('publishes a thread part by part over crashes, each part once and under the one before', async () => {
    const postId = engine.random.id()
    const more = ['Deux : les huîtres', 'Trois : le quai'].map((text) => ({ id: engine.random.id(), document: documentOf(text), variants: [], media: [] }))
    const content = { title: '', document: documentOf('Un : la marée'), targets: [{ accountId, variant: null }], media: [], moreParts: more }
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    const status = async () => (await engine.ask('posts.read', { workspaceId, postId })).post.status
    for (let rounds = 0; rounds < 12 && (await status()) !== 'published'; rounds += 1) {
      await engine.advance(20_000)
      await engine.restart({ crash: true })
    }
    expect(await status()).toBe('published')
    const parts = (await lea.records(posts)).filter(({ value }) => /^(Un|Deux|Trois) :/.test(String(value['text'])))
    const [one, two, three] = ['Un : la marée', 'Deux : les huîtres', 'Trois : le quai'].map((text) => parts.find(({ value }) => value['text'] === text)!)
    expect(parts).toHaveLength(3)
    const reference = (record: typeof one) => ({ uri: record!.uri, cid: record!.cid })
    expect(two!.value['reply']).toEqual({ root: reference(one), parent: reference(one) })
    expect(three!.value['reply']).toEqual({ root: reference(one), parent: reference(two) })
  })

  it('deletes the whole thread there, from its end, over crashes', async () => {
    const { posts: found } = await engine.ask('posts.list', { workspaceId, from: 0, until: engine.now() + 1, drafts: false })
    const post = found.find(({ excerpt }) => excerpt.startsWith('Un :'))!
    const { jobs } = await engine.ask('published.remove', { workspaceId, postId: post.id, accountIds: [accountId] })
    expect(jobs.map(({ part }) => part?.number)).toEqual([3, 2, 1])
    const status = async () => (await engine.ask('posts.read', { workspaceId, postId: post.id })).post.status
    for (let rounds = 0; rounds < 12 && (await status()) !== 'removed'; rounds += 1) {
      await engine.advance(20_000)
      await engine.restart({ crash: true })
    }
    expect(await status()).toBe('removed')
    expect(new Set(await texts())).toEqual(new Set(['Ouverture samedi', 'Dès dix heures.']))
  })

  it('leaves no token and no password in its files or its log', () => {
    const secrets = [...engine.secrets.entries].flatMap(([, secret]) => Object.values(JSON.parse(secret) as Record<string, string>)).filter((value) => value !== lea.did)
    expect(secrets).toContain(appPassword)
    const files = (readdirSync(engine.folder, { recursive: true }) as string[]).map((name) => join(engine.folder, name)).filter((path) => statSync(path).isFile())
    expect(files.length).toBeGreaterThan(1)
    const written = files.map((path) => readFileSync(path, 'latin1')).join('\n') + engine.logLines.join('\n') + JSON.stringify(engine.events)
    for (const secret of secrets) expect(written.includes(secret)).toBe(false)
  })
})
