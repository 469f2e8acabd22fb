import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'

let engine: PracticeEngine
let scope: { workspaceId: string }
beforeEach(async () => {
  engine = await startPracticeEngine()
  scope = { workspaceId: engine.workspaceId }
  await engine.ask('workspaces.update', { ...scope, changes: { safety: { undoSeconds: 0 } } })
  onTheRecord(`INSERT INTO reviews (id, member_id, stars, text, created_at, changed_at) SELECT '116439000000000001', id, 2, 'Froid.', ${engine.now()} - 60000, ${engine.now()} - 60000 FROM members WHERE is_own = 0 LIMIT 1`)
  await engine.ask('inbox.refresh', scope)
})
afterEach(() => engine.stop())

function onTheRecord(sql: string): void {
  const database = new Database(join(engine.folder, 'workspaces', engine.workspaceId, 'practice.db'))
  database.exec(sql)
  database.close()
}

const reply = () => engine.onTheNetwork<{ reply: string | null }>('SELECT reply FROM reviews')[0]!.reply

async function readReview() {
  const { conversations } = await engine.ask('inbox.page', { ...scope, view: 'all', kind: 'review', accountId: null, before: null, limit: 5 })
  expect(conversations).toHaveLength(1)
  return engine.ask('inbox.read', { ...scope, conversationId: conversations[0]!.id })
}

const stateOf = async (jobId: string) => (await engine.ask('outbox.readJob', { ...scope, jobId })).job.state

async function answer(text: string): Promise<string> {
  const { conversation } = await readReview()
  const job = await engine.ask('inbox.reply', { ...scope, conversationId: conversation.id, replyId: engine.random.id(), itemId: null, text })
  return job.id
}

it('an answer goes out, is changed, and is taken away, each known to be so', async () => {
  const first = await answer('Désolés !')
  await engine.until(async () => (await stateOf(first)) === 'published')
  expect(reply()).toBe('Désolés !')
  const second = await answer('Désolés, le prochain est pour nous.')
  await engine.until(async () => (await stateOf(second)) === 'published')
  expect(reply()).toBe('Désolés, le prochain est pour nous.')
  const { items } = await readReview()
  expect(items.map(({ text, isOwn }) => ({ text, isOwn }))).toEqual([{ text: 'Froid.', isOwn: false }, { text: 'Désolés, le prochain est pour nous.', isOwn: true }])
  const removal = await engine.ask('inbox.act', { ...scope, itemId: items[1]!.id, act: 'delete', requestId: engine.random.id() })
  await engine.until(async () => (await stateOf(removal.id)) === 'published')
  expect(reply()).toBeNull()
  // The same words as before are an answer again.
  const third = await answer('Désolés !')
  await engine.until(async () => (await stateOf(third)) === 'published')
  expect(reply()).toBe('Désolés !')
})

it('an engine that is killed in the middle of it sends it once, and knows it afterwards', async () => {
  const job = await answer('Désolés !')
  await engine.restart({ crash: true })
  await engine.until(async () => {
    await engine.advance(60_000)
    return (await stateOf(job)) === 'published'
  })
  expect(reply()).toBe('Désolés !')
  expect((await readReview()).items.filter(({ isOwn }) => isOwn)).toHaveLength(1)
})

it('what somebody answered on the network meanwhile stays, and comes in', async () => {
  onTheRecord(`UPDATE reviews SET reply = 'Écrivez-nous.', replied_at = ${engine.now()}, changed_at = ${engine.now()}`)
  const job = await answer('Désolés !')
  await engine.until(async () => !['queued', 'sending'].includes(await stateOf(job)))
  expect(await stateOf(job)).not.toBe('published')
  expect(reply()).toBe('Écrivez-nous.')
  await engine.ask('inbox.refresh', scope)
  expect((await readReview()).items.map(({ text }) => text)).toEqual(['Froid.', 'Écrivez-nous.'])
})
