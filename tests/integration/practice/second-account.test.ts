import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, expect, it } from 'vitest'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'

let engine: PracticeEngine
afterEach(() => engine.stop())

const minute = 60_000
const addAccount = () => engine.ask('practice.addAccount', { workspaceId: engine.workspaceId })
const accounts = async () => (await engine.ask('accounts.list', { workspaceId: engine.workspaceId })).accounts

/** What really stands on the second server. */
function onTheSecond<Row>(sql: string): Row[] {
  const database = new Database(join(engine.folder, 'workspaces', engine.workspaceId, 'practice-2.db'), { readonly: true })
  try {
    return database.prepare(sql).all() as Row[]
  } finally {
    database.close()
  }
}

async function publish(text: string, variants: readonly { accountId: string; text: string | null }[]) {
  const postId = engine.random.id()
  const targets = variants.map((variant) => ({ accountId: variant.accountId, variant: variant.text === null ? null : textToDocument(variant.text) }))
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId: engine.workspaceId, postId, revision: 0, content: { title: '', document: textToDocument(text), media: [], targets } })
  return { postId, scheduled: await engine.request('posts.schedule', { workspaceId: engine.workspaceId, postId, revision, when: { kind: 'now' } }) }
}

it('is made once, with a handle and a limit of its own, and is checked like any account', async () => {
  engine = await startPracticeEngine({ startBackgroundWork: false })
  expect(await engine.ask('practice.read', { workspaceId: engine.workspaceId })).toMatchObject({ hasSecondAccount: false })
  const account = await addAccount()
  expect(await addAccount()).toEqual(account)
  expect(account).toMatchObject({ handle: '@atelierdesamarres@atelier.practice.localhost', serverLimits: { maxCharacters: 280 } })
  expect(new Set((await accounts()).map(({ handle }) => handle))).toEqual(new Set(['@lesamarres@practice.localhost', account.handle]))
  expect(await engine.ask('accounts.check', { workspaceId: engine.workspaceId, accountId: account.id })).toMatchObject({ handle: account.handle, state: 'connected', serverLimits: { maxCharacters: 280 } })
  expect(await engine.ask('practice.read', { workspaceId: engine.workspaceId })).toMatchObject({ hasSecondAccount: true })
})

it('publishes each account’s own text on its own server, also after a restart', async () => {
  engine = await startPracticeEngine()
  const [first] = await accounts()
  const second = await addAccount()
  await engine.restart({ crash: false })
  const { postId, scheduled } = await publish('La longue version.', [{ accountId: first!.id, text: null }, { accountId: second.id, text: 'La courte.' }])
  expect(scheduled.ok).toBe(true)
  await engine.advance(minute)
  await engine.until(async () => (await engine.ask('posts.read', { workspaceId: engine.workspaceId, postId })).jobs.every(({ state }) => state === 'published'))
  expect(engine.onTheNetwork<{ text: string }>(`SELECT text FROM statuses WHERE text LIKE 'La %version.'`)).toEqual([{ text: 'La longue version.' }])
  expect(onTheSecond<{ text: string }>(`SELECT text FROM statuses WHERE author_id = (SELECT id FROM members WHERE is_own = 1) AND text LIKE 'La _ourte.'`)).toEqual([{ text: 'La courte.' }])
  const { jobs } = await engine.ask('posts.read', { workspaceId: engine.workspaceId, postId })
  const url = jobs.find(({ accountId }) => accountId === second.id)!.remoteUrl!
  expect(await engine.ask('practice.readPage', { workspaceId: engine.workspaceId, url })).toMatchObject({ kind: 'post', post: { text: 'La courte.', isOwn: true } })
})

it('refuses what is too long for the second server before anything is sent', async () => {
  engine = await startPracticeEngine()
  const [first] = await accounts()
  const second = await addAccount()
  const long = 'mot '.repeat(100).trim()
  expect((await publish(long, [{ accountId: first!.id, text: null }])).scheduled.ok).toBe(true)
  expect((await publish(long, [{ accountId: second.id, text: null }])).scheduled).toMatchObject({ ok: false, error: { code: 'post_has_problems' } })
})

it('has people who answer there, and their answers reach the inbox', async () => {
  engine = await startPracticeEngine()
  const second = await addAccount()
  await engine.ask('practice.setPace', { workspaceId: engine.workspaceId, pace: 'storm' })
  await publish('Portes ouvertes à l’atelier samedi, venez poser vos questions !', [{ accountId: second.id, text: null }])
  const conversations = async () =>
    (await engine.ask('inbox.page', { workspaceId: engine.workspaceId, view: 'all', kind: null, accountId: second.id, before: null, limit: 50 })).conversations.length
  const before = await conversations()
  for (let turn = 0; turn < 30 && (await conversations()) === before; turn += 1) await engine.advance(2 * minute)
  expect(await conversations()).toBeGreaterThan(before)
})

it.each(['fr', 'en'] as const)('has a fortnight behind it that Vigie knows as if it had been there, in %s', async (language) => {
  engine = await startPracticeEngine({ language })
  const second = await addAccount()
  await addAccount()
  const { workspaceId } = engine
  const { posts } = await engine.ask('posts.list', { workspaceId, from: 0, until: 8_640_000_000_000_000, drafts: false })
  const own = posts.filter(({ accountIds }) => accountIds.includes(second.id))
  expect(own.filter(({ status }) => status === 'published').length).toBeGreaterThanOrEqual(3)
  expect(own.filter(({ status }) => status === 'scheduled').length).toBeGreaterThanOrEqual(2)
  const { jobs } = await engine.ask('outbox.list', { workspaceId, view: 'finished', limit: 200 })
  const published = jobs.filter(({ accountId, remoteUrl }) => accountId === second.id && remoteUrl !== null)
  for (const { remoteUrl } of published) expect(await engine.request('practice.readPage', { workspaceId, url: remoteUrl! })).toMatchObject({ ok: true, value: { kind: 'post', post: { isOwn: true } } })
  expect(onTheSecond<{ text: string }>('SELECT text FROM statuses').every(({ text }) => [...text].length <= 280)).toBe(true)
  const page = () => engine.ask('inbox.page', { workspaceId, view: 'all', kind: null, accountId: second.id, before: null, limit: 100 })
  const { conversations } = await page()
  expect(conversations.length).toBeGreaterThanOrEqual(6)
  expect(conversations.some(({ state }) => state === 'done')).toBe(true)
  expect(conversations.some(({ unread }) => unread > 0)).toBe(true)
  // What the poller finds on the server afterwards is what is known already.
  await engine.ask('practice.setPace', { workspaceId, pace: 'paused' })
  await engine.ask('inbox.refresh', { workspaceId })
  await engine.advance(10 * minute)
  expect((await page()).conversations.map(({ id }) => id).toSorted()).toEqual(conversations.map(({ id }) => id).toSorted())
})

it('makes nothing in a client that does not ask for it', async () => {
  engine = await startPracticeEngine()
  await engine.restart({ crash: false })
  expect(existsSync(join(engine.folder, 'workspaces', engine.workspaceId, 'practice-2.db'))).toBe(false)
  expect(await accounts()).toHaveLength(1)
})
