import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'

interface NetworkStatus {
  id: string
  author_id: string
  created_at: number
  in_reply_to_id: string | null
  visibility: string
  text: string
}

describe.each([['fr', 'Europe/Paris', 'Les Amarres'], ['en', 'America/Los_Angeles', 'Halyard & Page']] as const)('the month of a new practice workspace (%s)', (language, timeZone, name) => {
  let engine: PracticeEngine
  let scope: { workspaceId: string }
  beforeAll(async () => {
    engine = await startPracticeEngine({ language, timeZone, startBackgroundWork: false })
    scope = { workspaceId: engine.workspaceId }
  })
  afterAll(() => engine.stop())

  const everyPost = async () => (await engine.ask('posts.list', { ...scope, from: 0, until: 8e15, drafts: true })).posts
  const everyConversation = async () => (await engine.ask('inbox.page', { ...scope, view: 'all', kind: null, accountId: null, before: null, limit: 200 })).conversations
  const localTime = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)

  it('belongs to a workspace that says what it is, with one connected account', async () => {
    const { workspaces } = await engine.ask('studio.read', {})
    expect(workspaces).toMatchObject([{ id: scope.workspaceId, name, kind: 'practice', timeZone }])
    const { accounts } = await engine.ask('accounts.list', scope)
    expect(accounts).toMatchObject([{ networkId: 'practice', state: 'connected', serverUrl: 'http://practice.localhost', serverLimits: { maxCharacters: 500 } }])
    expect((await engine.ask('accounts.check', { ...scope, accountId: accounts[0]!.id })).handle).toBe(accounts[0]!.handle)
  })

  it('has published, planned and unfinished posts, each at an hour when the business is awake', async () => {
    const posts = await everyPost()
    const ofStatus = (status: string) => posts.filter((post) => post.status === status)
    expect(ofStatus('published').length).toBeGreaterThanOrEqual(23)
    expect(ofStatus('scheduled').length).toBeGreaterThanOrEqual(8)
    expect(ofStatus('draft')).toHaveLength(4)
    expect(posts).toHaveLength(ofStatus('published').length + ofStatus('scheduled').length + 4)
    for (const post of posts.filter((each) => each.schedule !== null)) {
      const time = localTime(post.schedule!.dueAt)
      expect(time.hour).toBeGreaterThanOrEqual(8)
      expect(time.hour).toBeLessThan(20)
      expect(time.dayOfWeek).not.toBe(1)
      expect(time.toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(post.schedule!.localDateTime)
      expect(post.status === 'published').toBe(post.schedule!.dueAt < engine.now())
    }
    expect(posts.filter((post) => post.mediaIds.length > 0).length).toBeGreaterThan(12)
  })

  it('has every published post on the network exactly once, with its pictures and the story of its sending', async () => {
    const onNetwork = new Map(engine.onTheNetwork<NetworkStatus & { pictures: number }>('SELECT s.*, (SELECT COUNT(*) FROM media m WHERE m.status_id = s.id) AS pictures FROM statuses s').map((row) => [row.id, row]))
    const jobs = engine.inTheWorkspace<{ id: string; post_id: string; remote_id: string; finished_at: number; due_at: number }>("SELECT * FROM outbox_jobs WHERE state = 'published'")
    expect(new Set(jobs.map((job) => job.remote_id)).size).toBe(jobs.length)
    for (const job of jobs) {
      const { post } = await engine.ask('posts.read', { ...scope, postId: job.post_id })
      const { attempts } = await engine.ask('outbox.readJob', { ...scope, jobId: job.id })
      expect(onNetwork.get(job.remote_id)).toMatchObject({ created_at: job.due_at, pictures: post.media.length })
      expect(attempts.at(-1)).toMatchObject({ outcome: 'published', endedAt: job.finished_at })
      expect(post.createdAt).toBeLessThan(job.due_at)
    }
    const own = engine.onTheNetwork<NetworkStatus>('SELECT s.* FROM statuses s JOIN members m ON m.id = s.author_id WHERE m.is_own = 1')
    expect(own.filter((row) => row.in_reply_to_id === null)).toHaveLength(jobs.length)
    const attempts = engine.inTheWorkspace<{ step: string }>("SELECT step FROM job_attempts WHERE step = 'look_up'")
    expect(attempts.length).toBeGreaterThan(0)
  })

  it('lets nobody answer before there is something to answer, or in the future', () => {
    const rows = new Map(engine.onTheNetwork<NetworkStatus>('SELECT * FROM statuses').map((row) => [row.id, row]))
    for (const row of rows.values()) {
      expect(row.created_at).toBeLessThan(engine.now())
      if (row.in_reply_to_id === null) continue
      expect(rows.get(row.in_reply_to_id)!.created_at).toBeLessThan(row.created_at)
      expect(row.in_reply_to_id < row.id).toBe(true)
    }
    const late = engine.onTheNetwork<{ late: number }>('SELECT COUNT(*) AS late FROM favourites f JOIN statuses s ON s.id = f.status_id WHERE f.created_at <= s.created_at')
    expect(late).toEqual([{ late: 0 }])
    const disordered = engine.onTheNetwork<{ wrong: number }>('SELECT COUNT(*) AS wrong FROM notifications a JOIN notifications b ON b.id = a.id + 1 WHERE b.created_at < a.created_at')
    expect(disordered).toEqual([{ wrong: 0 }])
  })

  it('answers only between morning and night', () => {
    const own = engine.onTheNetwork<{ created_at: number }>('SELECT s.created_at FROM statuses s JOIN members m ON m.id = s.author_id WHERE m.is_own = 1')
    expect(own.map((row) => localTime(row.created_at).hour).filter((hour) => hour < 8 || hour > 22)).toEqual([])
  })

  it('has conversations in every state, and counts that agree', async () => {
    const conversations = await everyConversation()
    expect(conversations.length).toBeGreaterThanOrEqual(60)
    for (const kind of ['comment', 'mention', 'message']) expect(conversations.filter((each) => each.kind === kind).length).toBeGreaterThan(8)
    for (const state of ['open', 'snoozed', 'done']) expect(conversations.filter((each) => each.state === state).length).toBeGreaterThan(1)
    const unread = conversations.filter((each) => each.state === 'open' && each.unread > 0)
    const { workspaces } = await engine.ask('studio.counts', {})
    expect(unread.length).toBeGreaterThanOrEqual(6)
    expect(workspaces).toMatchObject([{ unreadInbox: unread.length, needsAttention: 0 }])
    expect(conversations.filter((each) => each.state === 'done' && (each.unread > 0 || each.waitingSince !== null))).toEqual([])
    expect(conversations.filter((each) => each.state === 'open' && each.unread === 0 && each.waitingSince !== null).length).toBeGreaterThan(2)
  })

  it('shows a comment with the post it stands under', async () => {
    const comment = (await everyConversation()).findLast((each) => each.kind === 'comment')!
    const read = await engine.ask('inbox.read', { ...scope, conversationId: comment.id })
    expect(read.post).toMatchObject({ status: 'published' })
    expect(read.items.length).toBeGreaterThan(0)
    expect(read.canReply && read.canLike).toBe(true)
  })

  it('is not changed by a first look of the poller', async () => {
    const before = await everyConversation()
    await engine.ask('inbox.refresh', scope)
    expect(await everyConversation()).toEqual(before)
  })

  it('follows feeds with a month of items, some unread and a few starred, and rules with hits', () => {
    const feeds = engine.inTheWorkspace<{ url: string; title: string; items: number; newest: number; last_fetched_at: number }>(
      'SELECT f.*, (SELECT COUNT(*) FROM feed_items i WHERE i.feed_id = f.id) AS items, (SELECT MAX(published_at) FROM feed_items i WHERE i.feed_id = f.id) AS newest FROM feeds f')
    expect(feeds).toHaveLength(6)
    for (const feed of feeds) {
      expect(feed.url).toMatch(/^http:\/\/practice\.localhost\/feeds\/[a-z-]+\.xml$/)
      expect(feed.items).toBeGreaterThanOrEqual(9)
      expect(feed.newest).toBeLessThanOrEqual(engine.now())
      expect(feed.last_fetched_at).toBe(engine.now())
    }
    const [counts] = engine.inTheWorkspace<{ unread: number; starred: number; total: number }>('SELECT SUM(is_read = 0) AS unread, SUM(is_starred) AS starred, COUNT(*) AS total FROM feed_items')
    expect(counts!.unread).toBeGreaterThan(4)
    expect(counts!.unread).toBeLessThan(30)
    expect(counts).toMatchObject({ starred: 3 })
    expect(counts!.total).toBeGreaterThan(65)
    const hits = engine.inTheWorkspace<{ name: string; hits: number; wrong: number }>(
      'SELECT r.name, COUNT(*) AS hits, SUM(h.is_read <> i.is_read) AS wrong FROM watch_rules r JOIN watch_hits h ON h.rule_id = r.id JOIN feed_items i ON i.number = h.item_number GROUP BY r.id')
    expect(hits).toHaveLength(2)
    for (const rule of hits) expect(rule).toMatchObject({ wrong: 0, hits: expect.toSatisfy((count: number) => count >= 2) })
  })

  it('is written once: the same id again gives the same workspace', async () => {
    const before = [await everyPost(), await everyConversation(), engine.onTheNetwork('SELECT id FROM statuses')]
    expect(await engine.ask('practice.start', { ...scope, language, timeZone })).toEqual(scope)
    expect([await everyPost(), await everyConversation(), engine.onTheNetwork('SELECT id FROM statuses')]).toEqual(before)
    expect((await engine.ask('studio.read', {})).workspaces).toHaveLength(1)
  })

  it('leaves nothing in the keychain', () => {
    expect(engine.secrets.entries.size).toBe(0)
  })
})
