import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { createPostsRepository } from '../../../electron/engine/posts/posts-repository.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const hour = 3_600_000
const day = 24 * hour
let engine: TestEngine
let server: ScriptedServer
let workspaceId: string
let accountId: string

/** It is 10:00 in Paris on 21 November 2026. */
beforeEach(async () => {
  server = createScriptedServer('bluesky', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [server.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const account = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'lea', appPassword: 'abcd' })
  accountId = account.id
})
afterEach(() => engine.stop())

const contentOf = (text: string): PostContent => ({
  title: '',
  document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  targets: [{ accountId, variant: null }],
  media: []
})
const save = (postId: string, revision: number, text: string, plannedFor?: string | null) =>
  engine.request('posts.saveDraft', { workspaceId, postId, revision, content: contentOf(text), ...(plannedFor === undefined ? {} : { plannedFor }) })
const plan = (postId: string, plannedFor: string | null) => engine.request('posts.plan', { workspaceId, postId, plannedFor })
const read = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post
const schedule = (postId: string, revision: number, localDateTime: string) => engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
const list = async (from: string, until: string, drafts = false) => (await engine.ask('posts.list', { workspaceId, from: Date.parse(from), until: Date.parse(until), drafts })).posts
const november = ['2026-11-01T00:00Z', '2026-12-01T00:00Z'] as const

async function drafted(plannedFor?: string | null): Promise<string> {
  const postId = engine.random.id()
  expect(await save(postId, 0, 'Hello', plannedFor)).toMatchObject({ ok: true })
  return postId
}

const inAWeek = { localDateTime: '2026-11-28T09:00', timeZone: 'Europe/Paris', at: Date.parse('2026-11-28T08:00Z') }

const inTwoHours = { localDateTime: '2026-11-21T12:00', timeZone: 'Europe/Paris', at: Date.parse('2026-11-21T11:00Z') }

describe('the plan of a draft', () => {
  describe('for an hour that comes twice (31 October 2027, 02:30 in Paris)', () => {
    const twice = '2027-10-31T02:30'
    const [first, second] = [Date.parse('2027-10-31T00:30Z'), Date.parse('2027-10-31T01:30Z')]

    test.each([[false, first], [true, second]])('keeps which of the two is meant (second: %s), over a restart and a save that does not name it', async (plansSecond, at) => {
      const postId = engine.random.id()
      expect(await engine.request('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf('Hello'), plannedFor: twice, plansSecond })).toMatchObject({ ok: true })
      await engine.restart({ crash: true })
      await save(postId, 1, 'Hello again')
      expect(await read(postId)).toMatchObject({ plan: { localDateTime: twice, at } })
    })

    test('dragged there it is the first, unless it was in the second', async () => {
      const postId = await drafted()
      await plan(postId, twice)
      expect(await read(postId)).toMatchObject({ plan: { at: first } })
      await engine.ask('posts.plan', { workspaceId, postId, plannedFor: '2027-10-31T02:45', plansSecond: true })
      expect(await read(postId)).toMatchObject({ plan: { localDateTime: '2027-10-31T02:45', at: second + 15 * 60_000 } })
    })

    test('scheduled for the second and taken back, it is planned for the second', async () => {
      const postId = await drafted()
      await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime: twice, isSecond: true } })
      await engine.ask('posts.unschedule', { workspaceId, postId })
      expect(await read(postId)).toMatchObject({ status: 'draft', plan: { localDateTime: twice, at: second } })
    })
  })

  test('is saved with it, is there after a restart, and sends nothing', async () => {
    const postId = await drafted(inTwoHours.localDateTime)
    await engine.restart({ crash: true })
    expect(await read(postId)).toMatchObject({ status: 'draft', schedule: null, plan: inTwoHours, revision: 1 })
    await engine.advance(3 * hour)
    expect(server.records).toEqual([])
    expect(await read(postId)).toMatchObject({ status: 'draft', plan: inTwoHours })
    expect((await engine.ask('studio.counts', {})).workspaces).toMatchObject([{ waiting: 0, needsAttention: 0, nextDueAt: null }])
  })

  test('alone makes a revision; the same again makes none, and a save that does not name it leaves it', async () => {
    const postId = await drafted()
    expect(await save(postId, 1, 'Hello', '2026-11-28T09:00')).toMatchObject({ value: { revision: 2 } })
    expect(await save(postId, 1, 'Hello', '2026-11-28T09:00')).toMatchObject({ value: { revision: 2 } })
    expect(await save(postId, 2, 'Hello you')).toMatchObject({ value: { revision: 3 } })
    expect(await read(postId)).toMatchObject({ plan: inAWeek })
    expect(await save(postId, 3, 'Hello you', null)).toMatchObject({ value: { revision: 4 } })
    expect(await read(postId)).toMatchObject({ plan: null })
  })

  test('brought by a save that is behind overwrites nothing', async () => {
    const postId = await drafted('2026-11-28T09:00')
    await save(postId, 1, 'Theirs')
    expect(await save(postId, 1, 'Theirs', '2026-11-29T09:00')).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await read(postId)).toMatchObject({ plan: inAWeek })
  })

  test('changes on the calendar without a new revision, and may be taken away', async () => {
    const postId = await drafted()
    expect(await plan(postId, '2026-11-28T09:00')).toMatchObject({ ok: true, value: { post: { plan: inAWeek, revision: 1 }, jobs: [] } })
    expect(engine.events.filter(({ name }) => name === 'posts.changed')).toHaveLength(2)
    expect(await save(postId, 1, 'Written on meanwhile')).toMatchObject({ ok: true })
    expect(await plan(postId, null)).toMatchObject({ ok: true, value: { post: { plan: null } } })
  })

  test.each([
    ['2027-03-28T02:30', '2027-03-28T03:30', '2027-03-28T01:30Z'],
    ['2027-10-31T02:30', '2027-10-31T02:30', '2027-10-31T00:30Z']
  ])('at %s is kept as %s: missing hours go forward, double ones mean the first', async (wanted, localDateTime, at) => {
    const saved = await drafted(wanted)
    const dragged = await drafted()
    await plan(dragged, wanted)
    for (const postId of [saved, dragged]) expect((await read(postId)).plan).toEqual({ localDateTime, timeZone: 'Europe/Paris', at: Date.parse(at) })
  })

  test('may be over; a date that does not exist is refused and the text is not lost by it', async () => {
    const postId = await drafted('2026-11-01T09:00')
    expect(await read(postId)).toMatchObject({ status: 'draft', plan: { localDateTime: '2026-11-01T09:00' } })
    expect(await plan(postId, '2026-02-30T09:00')).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(await save(postId, 1, 'x', '2026-02-30T09:00')).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(await read(postId)).toMatchObject({ ...contentOf('Hello'), plan: { localDateTime: '2026-11-01T09:00' } })
  })

  test('becomes the schedule when it is scheduled, and is the plan again when it is taken back, twice too', async () => {
    const postId = await drafted(inTwoHours.localDateTime)
    const { post } = await schedule(postId, 1, inTwoHours.localDateTime)
    expect(post).toMatchObject({ status: 'scheduled', plan: null, schedule: { dueAt: inTwoHours.at } })
    expect(await plan(postId, '2026-11-29T09:00')).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
    for (let time = 0; time < 2; time += 1) {
      expect(await engine.ask('posts.unschedule', { workspaceId, postId })).toMatchObject({ post: { status: 'draft', schedule: null, plan: inTwoHours } })
    }
    await engine.advance(3 * hour)
    expect(server.records).toEqual([])
  })

  test('of what is out is not to be had', async () => {
    const postId = await drafted()
    await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })
    await engine.settle()
    const { schedule: sent } = await read(postId)
    expect(await engine.request('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime: '2026-11-28T09:00' } })).toMatchObject({ ok: false, error: { code: 'nothing_to_publish', details: { reason: 'out_already' } } })
    expect(await plan(postId, '2026-11-28T09:00')).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
    await save(postId, 1, 'Afterthought', '2026-11-28T09:00')
    expect(await read(postId)).toMatchObject({ plan: null, schedule: sent })
  })

  test('is not copied', async () => {
    const postId = await drafted('2026-11-28T09:00')
    const newPostId = engine.random.id()
    expect(await engine.ask('posts.copy', { workspaceId, postId, newPostId })).toMatchObject({ post: { plan: null } })
  })
})

describe('lists', () => {
  test('show a planned draft on its day, and not among those to plan', async () => {
    const postId = await drafted('2026-11-28T09:00')
    expect(await list(...november, true)).toMatchObject([{ id: postId, status: 'draft', plan: inAWeek, schedule: null }])
    expect(await list('2026-12-01T00:00Z', '2027-01-01T00:00Z', true)).toEqual([])
  })

  test('bring back drafts whose plan is over wherever the calendar stands, once, and nothing that was sent or missed', async () => {
    const over = await drafted('2026-11-20T09:00')
    const none = await drafted()
    const sent = await drafted()
    await schedule(sent, 1, '2026-11-21T11:00')
    await engine.advance(day / 4)
    expect((await list('2026-12-01T00:00Z', '2027-01-01T00:00Z', true)).map(({ id }) => id)).toEqual([none, over])
    expect((await list(...november, true)).map(({ id }) => id)).toEqual([over, sent, none])
    expect((await list('2026-12-01T00:00Z', '2027-01-01T00:00Z')).map(({ id }) => id)).toEqual([])
  })
})

test('the workspace of before keeps its posts, and finds what is over by its own index', async () => {
  const database = openDatabase(':memory:')
  await migrate(database, workspaceMigrations.filter(({ version }) => version <= 5), async () => undefined)
  database.exec(`INSERT INTO posts (id, revision, title, document, excerpt, origin, schedule_local, schedule_zone, due_at, created_at, updated_at)
    VALUES ('11111111-1111-4111-8111-111111111111', 1, '', '{"type":"doc","content":[]}', 'Old', '{"kind":"composer"}', '2026-11-20T09:00', 'Europe/Paris', 1000, 1, 1)`)
  expect(await migrate(database, workspaceMigrations.filter(({ version }) => version <= 6), async () => undefined)).toMatchObject({ ok: true, value: { from: 5, to: 6 } })
  await migrate(database, workspaceMigrations, async () => undefined)
  expect(createPostsRepository(database).listOverdue(2000)).toMatchObject([{ excerpt: 'Old', schedule: { dueAt: 1000 } }])
  const steps = database.prepare<unknown[], { detail: string }>('EXPLAIN QUERY PLAN SELECT id FROM posts WHERE due_at < ? AND due_at IS NOT NULL AND published_at IS NULL ORDER BY due_at').all(1)
  expect(steps.map(({ detail }) => detail).join()).toContain('posts_overdue')
  database.close()
})
