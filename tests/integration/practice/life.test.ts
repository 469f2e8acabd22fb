import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'

const minute = 60_000
const hour = 60 * minute

let engine: PracticeEngine
let scope: { workspaceId: string }
let accountId: string
beforeEach(async () => {
  engine = await startPracticeEngine({ testOptions: { practiceIsInstant: true } })
  scope = { workspaceId: engine.workspaceId }
  accountId = (await engine.ask('accounts.list', scope)).accounts[0]!.id
})
afterEach(() => engine.stop())

async function publish(text: string, when: { kind: 'now' } | { kind: 'at'; localDateTime: string } = { kind: 'now' }): Promise<string> {
  const postId = randomUUID()
  await engine.ask('posts.saveDraft', { ...scope, postId, revision: 0, content: { title: '', document: textToDocument(text), targets: [{ accountId, variant: null }], media: [] } })
  await engine.ask('posts.schedule', { ...scope, postId, revision: 1, when })
  return postId
}
const statusesWith = (text: string) => engine.onTheNetwork<{ id: string }>('SELECT id FROM statuses WHERE text = ?', text)
const commentsUnder = async (postId: string) => {
  const [job] = (await engine.ask('posts.read', { ...scope, postId })).jobs
  const remote = engine.inTheWorkspace<{ remote_id: string }>('SELECT remote_id FROM outbox_jobs WHERE id = ?', job!.id)[0]!.remote_id
  return engine.inTheWorkspace<{ id: string; author_handle: string; last_text: string; unread: number }>('SELECT * FROM conversations WHERE our_post_remote_id = ?', remote)
}

/** Lets time pass in steps, as it does, until something is true. */
async function liveUntil(condition: () => boolean | Promise<boolean>, most = 2 * hour): Promise<void> {
  for (let passed = 0; passed < most; passed += 10_000) {
    if (await condition()) return
    await engine.advance(10_000)
  }
  throw new Error('it did not happen')
}

describe('a day with the practice network', () => {
  it('publishes a post through adapter and outbox, exactly once, and people react to it', async () => {
    const postId = await publish('Concours : quel est votre livre de poche préféré ? Un paquet de café à gagner.')
    await liveUntil(async () => (await commentsUnder(postId)).length >= 3)
    expect(statusesWith('Concours : quel est votre livre de poche préféré ? Un paquet de café à gagner.')).toHaveLength(1)
    const likes = engine.onTheNetwork<{ count: number }>('SELECT COUNT(*) AS count FROM favourites WHERE status_id = (SELECT MAX(id) FROM statuses WHERE author_id = (SELECT id FROM members WHERE is_own = 1) AND in_reply_to_id IS NULL)')
    expect(likes[0]!.count).toBeGreaterThan(2)
    expect((await engine.ask('posts.read', { ...scope, postId })).post.status).toBe('published')
  })

  it('brings what comes back to an answer into the same conversation', async () => {
    const { conversations } = await engine.ask('inbox.page', { ...scope, view: 'open', kind: 'message', accountId: null, before: null, limit: 50 })
    const question = conversations.find((each) => each.lastText.includes('abonnements'))!
    await engine.ask('inbox.reply', { ...scope, conversationId: question.id, replyId: randomUUID(), itemId: null, text: 'Oui, un abonnement à la semaine est possible, passez nous voir !' })
    await liveUntil(() => engine.onTheNetwork("SELECT 1 FROM statuses WHERE text LIKE '@lea_quai Oui, un abonnement%' AND visibility = 'direct'").length === 1)
    const items = async () => (await engine.ask('inbox.read', { ...scope, conversationId: question.id })).items
    expect((await items()).filter((item) => item.isOwn)).toHaveLength(1)
    // Thanks come for most answers; where nobody says a word, the answer is liked or simply read.
    const before = (await items()).length
    await engine.advance(2 * hour)
    expect((await items()).length).toBeGreaterThanOrEqual(before)
    expect(engine.onTheNetwork("SELECT 1 FROM statuses WHERE text LIKE '@lea_quai Oui, un abonnement%'")).toHaveLength(1)
  })

  it('keeps a post while working offline, over a crash, and sends it once when the network is back', async () => {
    await engine.ask('studio.saveSettings', { settings: { workOffline: true } })
    const postId = await publish('Écrit dans le train, sans réseau.')
    await engine.advance(minute)
    expect((await engine.ask('posts.read', { ...scope, postId })).jobs).toMatchObject([{ state: 'waiting_for_network' }])
    expect(statusesWith('Écrit dans le train, sans réseau.')).toEqual([])

    await engine.restart({ crash: true })
    await engine.advance(minute)
    await engine.ask('studio.saveSettings', { settings: { workOffline: false } })
    await liveUntil(() => statusesWith('Écrit dans le train, sans réseau.').length > 0)
    await engine.advance(5 * minute)
    expect(statusesWith('Écrit dans le train, sans réseau.')).toHaveLength(1)
    expect((await engine.ask('posts.read', { ...scope, postId })).post.status).toBe('published')
  })

  it('stops when the pace is set to paused and goes on when it is lively, over restarts too', async () => {
    await engine.ask('practice.setPace', { ...scope, pace: 'paused' })
    const postId = await publish('Y a-t-il quelqu’un ?')
    await liveUntil(() => statusesWith('Y a-t-il quelqu’un ?').length === 1)
    await engine.advance(hour)
    expect(await commentsUnder(postId)).toEqual([])

    await engine.restart({ crash: false })
    expect(await engine.ask('practice.read', scope)).toEqual({ pace: 'paused', members: 36, hasSecondAccount: false })
    await engine.ask('practice.setPace', { ...scope, pace: 'lively' })
    await liveUntil(async () => (await commentsUnder(postId)).length > 0)
  })
})

describe('the watch of a practice workspace', () => {
  it('reads the feeds over the network’s own address, and what comes out later', async () => {
    const before = await engine.ask('watch.overview', scope)
    expect(before.feeds).toHaveLength(6)
    expect(before.rules.map((rule) => rule.unread).every((unread) => unread >= 0)).toBe(true)
    // The competitor announces something in fourteen hours.
    await engine.advance(15 * hour)
    await engine.ask('watch.refresh', scope)
    const after = await engine.ask('watch.overview', scope)
    expect(after.feeds.map((feed) => feed.failure)).toEqual([null, null, null, null, null, null])
    expect(after.unread).toBeGreaterThan(before.unread)
    const { items } = await engine.ask('watch.page', { ...scope, source: { kind: 'all' }, unreadOnly: false, before: null, limit: 200 })
    expect(items.filter((item) => item.title.startsWith('Deux paquets achetés'))).toHaveLength(1)
    expect(new Set(items.map((item) => `${item.feedId} ${item.title}`)).size).toBe(items.length)
  })

  it('makes a post of an item', async () => {
    const { items } = await engine.ask('watch.page', { ...scope, source: { kind: 'all' }, unreadOnly: true, before: null, limit: 10 })
    const postId = randomUUID()
    await engine.ask('watch.makePost', { ...scope, itemId: items[0]!.id, postId })
    expect((await engine.ask('posts.read', { ...scope, postId })).post.origin).toMatchObject({ kind: 'watch', feedItemId: items[0]!.id })
  })
})

describe('a storm', () => {
  it('brings anger quickly without spending what the network allows', async () => {
    await engine.stop()
    engine = await startPracticeEngine()
    scope = { workspaceId: engine.workspaceId }
    accountId = (await engine.ask('accounts.list', scope)).accounts[0]!.id
    await engine.ask('practice.setPace', { ...scope, pace: 'storm' })
    const count = () => engine.inTheWorkspace<{ count: number }>('SELECT COUNT(*) AS count FROM inbox_items WHERE is_own = 0')[0]!.count
    const before = count()
    await publish('Bonjour à toutes et à tous, belle journée !')
    await engine.advance(10 * minute)
    expect(count() - before).toBeGreaterThan(15)
    const purposes = engine.onTheNetwork<{ purpose: string }>("SELECT purpose FROM purposes WHERE purpose IN ('crisis', 'insult', 'complaintService', 'complaintProduct', 'moderate')")
    expect(purposes.length).toBeGreaterThan(10)
    const { accounts } = await engine.ask('inbox.freshness', scope)
    expect(accounts).toMatchObject([{ errorCode: null }])
    expect(engine.logLines.filter((line) => line.includes('429') || line.includes('rate_limited'))).toEqual([])
  })
})
