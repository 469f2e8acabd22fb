import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { createHttpClient, type ClosableHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import { createPaperNetwork, type PaperNetwork } from '../../ui/support/paper-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'
import { startFeedServer, type FeedServer } from '../watch/feed-server.ts'

const hour = 3_600_000
const html = { 'content-type': 'text/html; charset=utf-8' }
const yes = { kind: 'approved', by: 'Anaïs', channel: 'mail', note: '' } as const

let network: PaperNetwork
let web: FeedServer
let http: ClosableHttpClient
let engine: TestEngine
let workspaceId: string
let accountId: string
beforeEach(async () => {
  network = createPaperNetwork('bluesky', () => engine.now())
  web = await startFeedServer()
  http = createHttpClient({ log: { info() {}, warning() {}, error() {} }, userAgent: 'Vigie/test', loopbackIsAllowed: true, refuse: () => null })
  engine = await startTestEngine({ adapters: [network.adapter], http })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  network.invite('lune', { displayName: 'Lune', handle: '@lune', serverUrl: web.origin })
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: web.origin, identifier: 'lune', appPassword: 'paper' })).id
  const { safety } = (await engine.ask('studio.read', {})).workspaces.find(({ id }) => id === workspaceId)!
  await engine.ask('workspaces.update', { workspaceId, changes: { safety: { ...safety, undoSeconds: 0, approval: 'needed' } } })
})
afterEach(async () => {
  await engine.stop()
  http.close()
})

const page = (title: string): string => web.serve('/maree', `<!doctype html><title>${title}</title>`, html)
const readCard = (url: string) => engine.ask('linkCards.read', { workspaceId, url })
const readPost = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post

async function draft(text: string): Promise<string> {
  const postId = engine.random.id()
  const document = { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: [{ accountId, variant: null }], media: [] } })
  return postId
}
async function approve(postId: string): Promise<void> {
  await engine.ask('posts.recordApproval', { workspaceId, postId, revision: (await readPost(postId)).revision, approval: yes })
}
/** A day later the page says something else, and a preview has asked it. */
async function turn(url: string, title: string): Promise<void> {
  page(title)
  await engine.advance(25 * hour)
  expect((await readCard(url)).card?.title).toBe(title)
}
const schedule = async (postId: string, localDateTime = '2026-11-25T11:00') => engine.request('posts.schedule', { workspaceId, postId, revision: (await readPost(postId)).revision, when: { kind: 'at', localDateTime } })

test('a yes is for the card too: another card takes it back, with the reason, and a new yes is for the new one', async () => {
  const url = page('La grande marée')
  await readCard(url)
  const postId = await draft(`À lire : ${url}`)
  await approve(postId)
  expect(await readPost(postId)).toMatchObject({ approval: { kind: 'approved', cards: [{ url }] } })
  await turn(url, 'Tout autre chose')
  expect(await readPost(postId)).toMatchObject({ approval: { kind: 'taken_back', by: 'Anaïs', cause: 'card' } })
  expect(await schedule(postId)).toMatchObject({ ok: false, error: { code: 'approval_missing', details: { approval: 'taken_back', by: 'Anaïs' } } })
  await approve(postId)
  expect(await schedule(postId)).toMatchObject({ ok: true })
})

test('the same card read again, and the first card that came back, are no other', async () => {
  const url = page('La grande marée')
  await readCard(url)
  const postId = await draft(`À lire : ${url}`)
  await approve(postId)
  await turn(url, 'La grande marée')
  expect((await readPost(postId)).approval.kind).toBe('approved')
  await turn(url, 'Tout autre chose')
  await turn(url, 'La grande marée')
  expect((await readPost(postId)).approval.kind).toBe('approved')
})

test('what has its time goes out with the card that was approved, whatever the page says since', async () => {
  const url = page('La grande marée')
  await readCard(url)
  const postId = await draft(`À lire : ${url}`)
  await approve(postId)
  await schedule(postId, '2026-11-22T12:00')
  await turn(url, 'Tout autre chose')
  expect((await readPost(postId)).approval.kind).toBe('approved')
  await engine.advance(3 * hour)
  await engine.until(() => network.published.length === 1)
  expect(network.published[0]!.card).toMatchObject({ title: 'La grande marée' })
})

test('what has its time shows the card that goes out, and that its page says something else since', async () => {
  const url = page('La grande marée')
  await readCard(url)
  const postId = await draft(`À lire : ${url}`)
  const fixed = () => engine.ask('linkCards.fixed', { workspaceId, postId })
  expect(await fixed()).toEqual({ accounts: [] })
  await approve(postId)
  await schedule(postId, '2026-11-22T12:00')
  expect(await fixed()).toMatchObject({ accounts: [{ accountId, cards: [{ url, title: 'La grande marée', titleNow: null }] }] })
  await turn(url, 'Tout autre chose')
  expect(await fixed()).toMatchObject({ accounts: [{ accountId, cards: [{ url, title: 'La grande marée', titleNow: 'Tout autre chose' }] }] })
  await engine.advance(3 * hour)
  await engine.until(() => network.published.length === 1)
  expect(await fixed()).toMatchObject({ accounts: [{ accountId, cards: [{ url, title: 'La grande marée', titleNow: null }] }] })
})

test('what has its time and goes without a card is named without one', async () => {
  const url = page('La grande marée')
  const postId = await draft(`À lire : ${url}`)
  await approve(postId)
  await schedule(postId)
  await readCard(url)
  expect(await engine.ask('linkCards.fixed', { workspaceId, postId })).toEqual({ accounts: [{ accountId, cards: [] }] })
})

test('a yes of an earlier version stays, and one from before anybody had read the page', async () => {
  const url = page('La grande marée')
  const unread = await draft(`À lire : ${url}`)
  await approve(unread)
  await readCard(url)
  const older = await draft(`Encore : ${url}`)
  await approve(older)
  await turn(url, 'Tout autre chose')
  const database = openDatabase(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'))
  try {
    expect(database.prepare(`SELECT approval ->> '$.cards[0].url' FROM post_approvals WHERE post_id = ?`).pluck().get(older)).toBe(url)
    database.prepare(`UPDATE post_approvals SET approval = json_remove(approval, '$.cards') WHERE post_id = ?`).run(older)
  } finally {
    database.close()
  }
  expect((await readPost(unread)).approval.kind).toBe('approved')
  expect((await readPost(older)).approval).not.toHaveProperty('cards')
  expect((await readPost(older)).approval.kind).toBe('approved')
  expect(await schedule(older)).toMatchObject({ ok: true })
})

test('a no is for the words: another card does not end it', async () => {
  const url = page('La grande marée')
  await readCard(url)
  const postId = await draft(`À lire : ${url}`)
  await engine.ask('posts.recordApproval', { workspaceId, postId, revision: 1, approval: { kind: 'refused', by: 'Anaïs', channel: 'mail', comment: 'Non' } })
  await turn(url, 'Tout autre chose')
  expect((await readPost(postId)).approval.kind).toBe('refused')
  expect(await schedule(postId)).toMatchObject({ ok: false, error: { code: 'refused_by_client' } })
})

test('a yes that comes with a file is for the card that was drawn into it', async () => {
  const url = page('La grande marée')
  const postId = await draft(`À lire : ${url}`)
  const packId = engine.random.id()
  const { posts } = await engine.ask('approvalPack.make', { workspaceId, packId, postIds: [postId] })
  // Drawing asks the page.
  await readCard(url)
  await engine.ask('approvalPack.sent', { workspaceId, packId })
  const answer = JSON.stringify({ vigie: 'approval-answer', version: 1, packId, by: 'Anaïs', answers: posts.map((post) => ({ ...post, answer: 'yes', comment: '' })) })
  await turn(url, 'Tout autre chose')
  expect(await engine.ask('approvalPack.readAnswer', { workspaceId, text: answer })).toMatchObject({ outcomes: [{ outcome: 'changed' }] })
  expect((await readPost(postId)).approval).toMatchObject({ kind: 'taken_back', cause: 'card' })
  await turn(url, 'La grande marée')
  expect(await engine.ask('approvalPack.readAnswer', { workspaceId, text: answer })).toMatchObject({ outcomes: [{ outcome: 'approved' }] })
})
