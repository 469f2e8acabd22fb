import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PostContent } from '../../../shared/posts/post.ts'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let server: ScriptedServer
let workspaceId: string
let accountId: string

beforeEach(async () => {
  server = createScriptedServer('bluesky', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [server.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const account = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'lea', appPassword: 'abcd' })
  accountId = account.id
})
afterEach(() => engine.stop())

function contentOf(text: string, changes: Partial<PostContent> = {}): PostContent {
  return { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }, targets: [{ accountId, variant: null }], media: [], ...changes }
}

const save = (postId: string, revision: number, content: PostContent, editorId?: string) =>
  engine.request('posts.saveDraft', { workspaceId, postId, revision, content, ...(editorId === undefined ? {} : { editorId }) })
const read = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post
const year = { from: Date.UTC(2026, 0, 1), until: Date.UTC(2027, 0, 1) }
const list = async (drafts = true) => (await engine.ask('posts.list', { workspaceId, ...year, drafts })).posts

describe('saving a draft', () => {
  test('creates it with the first save, and each save raises the revision', async () => {
    const postId = engine.random.id()
    expect(await save(postId, 0, contentOf('Hello'))).toEqual({ ok: true, value: { revision: 1, savedAt: engine.now() } })
    expect(await save(postId, 1, contentOf('Hello you'))).toMatchObject({ value: { revision: 2 } })
    expect(await read(postId)).toMatchObject({ ...contentOf('Hello you'), status: 'draft', revision: 2, origin: { kind: 'composer' }, schedule: null, createdAt: engine.now() })
    expect(engine.events).toContainEqual({ name: 'posts.changed', payload: { workspaceId, ids: [postId] } })
  })

  test('keeps title, variants, images in order and their words, and where it came from', async () => {
    const origin = { kind: 'watch' as const, feedItemId: engine.random.id(), url: 'https://example.org/a', title: 'News' }
    const media = []
    for (const name of ['b.gif', 'a.gif']) {
      const gif = new Uint8Array([...Buffer.from('GIF89a'), 2, 0, 3, 0, 0, 0, 0, name.charCodeAt(0)])
      const item = await engine.ask('media.add', { workspaceId, mediaId: engine.random.id(), fileName: name, bytes: gif })
      media.push({ mediaId: item.id, altText: `alt ${name}` })
    }
    const variant = contentOf('For Bluesky').document
    const content = contentOf('Base', { title: 'Title', targets: [{ accountId, variant }], media })
    const postId = engine.random.id()
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content, origin })
    expect(await read(postId)).toMatchObject({ ...content, origin })
    expect(await list()).toMatchObject([{ id: postId, excerpt: 'Title', mediaIds: media.map((item) => item.mediaId), accountIds: [accountId] }])
  })

  test('is a conflict when somebody else saved since, and overwrites nothing', async () => {
    const postId = engine.random.id()
    await save(postId, 0, contentOf('First'))
    await save(postId, 1, contentOf('Theirs'))
    expect(await save(postId, 1, contentOf('Mine'))).toMatchObject({ ok: false, error: { code: 'conflict', details: { revision: 2 } } })
    expect(await read(postId)).toMatchObject(contentOf('Theirs'))
  })

  test('with the same content once more is no conflict: the first answer was lost', async () => {
    const postId = engine.random.id()
    const first = await save(postId, 0, contentOf('Once'))
    expect(await save(postId, 0, contentOf('Once'))).toEqual(first)
    await save(postId, 1, contentOf('Twice'))
    expect(await save(postId, 1, contentOf('Twice'))).toMatchObject({ value: { revision: 2 } })
  })

  test('by the same composer goes on after a lost answer, although more was typed since', async () => {
    const postId = engine.random.id()
    const mine = engine.random.id()
    await save(postId, 0, contentOf('a'), mine)
    await save(postId, 1, contentOf('ab'), mine)
    // The answer "revision 2" never came.
    expect(await save(postId, 1, contentOf('abc'), mine)).toMatchObject({ ok: true, value: { revision: 3 } })
    expect(await save(postId, 2, contentOf('other'), engine.random.id())).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  test('of a post that is not there any more does not bring it back', async () => {
    const postId = engine.random.id()
    await save(postId, 0, contentOf('Gone'))
    await engine.ask('posts.remove', { workspaceId, postId })
    await engine.ask('posts.remove', { workspaceId, postId })
    expect(await save(postId, 1, contentOf('Back'))).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  test('refuses accounts and images that are not of this workspace', async () => {
    const other = engine.random.id()
    await engine.ask('workspaces.create', { id: other, name: 'Autre', colour: 'plum', timeZone: 'Europe/Paris' })
    const result = await engine.request('posts.saveDraft', { workspaceId: other, postId: engine.random.id(), revision: 0, content: contentOf('Wrong client') })
    expect(result).toMatchObject({ ok: false, error: { code: 'not_found', details: { accountId } } })
    const media = [{ mediaId: engine.random.id(), altText: '' }]
    expect(await save(engine.random.id(), 0, contentOf('x', { media }))).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  test.each<[string, (content: PostContent) => PostContent]>([
    ['another kind of post for an account', (content) => ({ ...content, targets: [{ accountId, variant: null, format: 'story' }] })],
    ['an ordinary post again', (content) => ({ ...content, targets: [{ accountId, variant: null }] })],
    ['no pictures for an account', (content) => ({ ...content, targets: [{ accountId, variant: null, media: [] }] })],
    ['an answer that stands alone', (content) => ({ ...content, poll: { choices: ['a', 'b'], minutes: 60, isMultiple: true } })]
  ])('keeps a change of nothing else: %s', async (_what, change) => {
    const postId = engine.random.id()
    const before = contentOf('Same words', { targets: [{ accountId, variant: null, format: 'reel' }], poll: { choices: ['a', 'b'], minutes: 60 } })
    await save(postId, 0, before)
    expect(await save(postId, 1, change(before))).toMatchObject({ ok: true, value: { revision: 2 } })
    const { targets, poll } = await read(postId)
    expect({ targets, poll }).toEqual({ targets: change(before).targets, poll: change(before).poll })
  })

  test('takes an account that was ticked twice once', async () => {
    const postId = engine.random.id()
    await save(postId, 0, contentOf('x', { targets: [{ accountId, variant: null }, { accountId, variant: null }] }))
    expect((await read(postId)).targets).toHaveLength(1)
  })
})

test('every acknowledged save is there after a kill between two keystrokes', async () => {
  const postId = engine.random.id()
  let text = ''
  let revision = 0
  for (const key of 'Bonjour à tous') {
    text += key
    const saved = await save(postId, revision, contentOf(text))
    if (!saved.ok) throw new Error(saved.error.message)
    revision = saved.value.revision
    if (revision % 5 === 0) await engine.restart({ crash: true })
    expect(await read(postId)).toMatchObject({ ...contentOf(text), revision })
  }
})

describe('what may be done to a post', () => {
  async function scheduled(text = 'Planned'): Promise<string> {
    const postId = engine.random.id()
    await save(postId, 0, contentOf(text))
    await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime: '2026-11-21T12:00' } })
    return postId
  }

  test('a planned post is not edited or removed before it is taken back', async () => {
    const postId = await scheduled()
    expect(await save(postId, 1, contentOf('Other'))).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
    expect(await engine.request('posts.remove', { workspaceId, postId })).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
    await engine.ask('posts.unschedule', { workspaceId, postId })
    expect(await save(postId, 1, contentOf('Other'))).toMatchObject({ ok: true })
    expect(await engine.request('posts.remove', { workspaceId, postId })).toMatchObject({ ok: true })
    expect(await list()).toEqual([])
  })

  test('what is planned is what was seen: another revision is refused', async () => {
    const postId = engine.random.id()
    await save(postId, 0, contentOf('One'))
    await save(postId, 1, contentOf('Two'))
    expect(await engine.request('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  })

  test('planning the same twice is planning it once; planning it otherwise is refused', async () => {
    const postId = await scheduled()
    const at = (localDateTime: string) => engine.request('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime } })
    expect(await at('2026-11-21T12:00')).toMatchObject({ ok: true, value: { jobs: [{ state: 'queued' }] } })
    expect(await at('2026-11-21T13:00')).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
    expect(await engine.request('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
  })

  test('publishing now twice is publishing once, before and after it went out', async () => {
    const postId = engine.random.id()
    await save(postId, 0, contentOf('Once'))
    const now = () => engine.request('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })
    expect(await now()).toMatchObject({ ok: true })
    expect(await now()).toMatchObject({ ok: true })
    await engine.settle()
    expect(await now()).toMatchObject({ ok: true, value: { post: { status: 'published' } } })
    await engine.settle()
    expect(server.records).toHaveLength(1)
  })

  test('problems stop it, with the first one named', async () => {
    const postId = engine.random.id()
    await save(postId, 0, contentOf('x'.repeat(301)))
    expect(await engine.request('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })).toMatchObject({
      ok: false,
      error: { code: 'post_has_problems', details: { problem: 'text_too_long', accountId, count: 1 } }
    })
    await save(postId, 1, contentOf('x', { targets: [] }))
    expect(await engine.request('posts.schedule', { workspaceId, postId, revision: 2, when: { kind: 'now' } })).toMatchObject({ ok: false, error: { code: 'nothing_to_publish' } })
  })

  test.each([
    ['2026-11-21T09:59', 'time_in_the_past'],
    ['2026-02-30T09:00', 'invalid_input']
  ])('the time %s is refused: %s', async (localDateTime, code) => {
    const postId = engine.random.id()
    await save(postId, 0, contentOf('x'))
    expect(await engine.request('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime } })).toMatchObject({ ok: false, error: { code } })
    expect((await read(postId)).status).toBe('draft')
  })

  test('what goes out is what was planned, whatever happens to the draft it came from', async () => {
    const first = await scheduled('As planned')
    const copy = engine.random.id()
    await engine.ask('posts.copy', { workspaceId, postId: first, newPostId: copy })
    expect(await engine.request('posts.copy', { workspaceId, postId: first, newPostId: copy })).toMatchObject({ ok: true, value: { post: { id: copy, status: 'draft', revision: 1, schedule: null } } })
    await save(copy, 1, contentOf('Changed'))
    await engine.advance(3 * 3_600_000)
    expect(server.records.map((record) => record.text)).toEqual(['As planned'])
  })

  test('removing an account takes its posts out of the plan', async () => {
    const postId = await scheduled()
    await engine.ask('accounts.remove', { workspaceId, accountId })
    expect(await engine.ask('posts.read', { workspaceId, postId })).toMatchObject({ jobs: [{ state: 'cancelled' }] })
    await engine.advance(3 * 3_600_000)
    expect(server.records).toEqual([])
    expect((await engine.ask('studio.counts', {})).workspaces).toMatchObject([{ waiting: 0, needsAttention: 0, nextDueAt: null }])
  })
})

test('lists what falls into the range, and drafts newest first', async () => {
  const ids: string[] = []
  for (const [index, when] of ['2026-11-21T12:00', '2026-12-31T23:59', '2027-01-02T09:00', null, null].entries()) {
    const postId = engine.random.id()
    ids.push(postId)
    await save(postId, 0, contentOf(`Post ${index}`))
    if (when !== null) await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime: when } })
    await engine.advance(1000)
  }
  expect((await list()).map((post) => post.excerpt)).toEqual(['Post 0', 'Post 1', 'Post 4', 'Post 3'])
  expect((await list(false)).map((post) => post.status)).toEqual(['scheduled', 'scheduled'])
  await engine.advance(3 * 3_600_000)
  expect((await list(false)).map((post) => post.status)).toEqual(['published', 'scheduled'])
})

test('counts and the ledger tell the same over the contract', async () => {
  const postId = engine.random.id()
  await save(postId, 0, contentOf('Planned'))
  await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime: '2026-11-21T23:00' } })
  const dueAt = Date.UTC(2026, 10, 21, 22)
  expect((await engine.ask('studio.counts', {})).workspaces).toMatchObject([{ waiting: 1, needsAttention: 0, nextDueAt: dueAt }])
  expect(await engine.askAsMain('engine.pendingWork', {})).toMatchObject({ value: { sending: 0, dueToday: 1, nextDueAt: dueAt } })
  expect(await engine.ask('outbox.list', { workspaceId, view: 'open', limit: 10 })).toMatchObject({ jobs: [{ postId, state: 'queued' }] })
  await engine.advance(14 * 3_600_000)
  const { jobs } = await engine.ask('outbox.list', { workspaceId, view: 'finished', limit: 10 })
  expect(jobs).toMatchObject([{ postId, state: 'published' }])
  expect(await engine.ask('outbox.readJob', { workspaceId, jobId: jobs[0]?.id ?? '' })).toMatchObject({ attempts: [{ step: 'send', outcome: 'published' }] })
  expect(await engine.request('outbox.readJob', { workspaceId, jobId: engine.random.id() })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

test('planned offline, killed while it waits, killed again while it is on its way: it is there once', async () => {
  await engine.askAsMain('engine.networkHint', { online: false })
  const postId = engine.random.id()
  await save(postId, 0, contentOf('Once'))
  await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime: '2026-11-21T10:10' } })
  await engine.advance(12 * 60_000)
  expect(await engine.ask('posts.read', { workspaceId, postId })).toMatchObject({ post: { status: 'publishing' }, jobs: [{ state: 'waiting_for_network' }] })
  // Started again the engine takes the network to be there; the server has it, and the answer never comes.
  server.nextSends('accept_then_hang')
  await engine.restart({ crash: true })
  await engine.advance(1000)
  expect(await engine.ask('posts.read', { workspaceId, postId })).toMatchObject({ jobs: [{ state: 'sending' }] })
  await engine.restart({ crash: true })
  await engine.advance(60_000)
  const { post, jobs } = await engine.ask('posts.read', { workspaceId, postId })
  expect(post.status).toBe('published')
  expect(await engine.ask('outbox.readJob', { workspaceId, jobId: jobs[0]?.id ?? '' })).toMatchObject({
    attempts: [{ step: 'send', outcome: 'interrupted', endedAt: null }, { step: 'look_up', outcome: 'published' }]
  })
  expect(server.records.map((record) => record.text)).toEqual(['Once'])
  expect(server.calls.publish).toBe(1)
})

test('no password of an account stands in any file of the data folder', async () => {
  const postId = engine.random.id()
  await save(postId, 0, contentOf('Once'))
  server.nextSends('revoked')
  await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })
  await engine.settle()
  const [secret] = [...engine.secrets.entries.values()]
  expect(secret).toMatch(/^password-/)
  const files = readdirSync(engine.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(1)
  for (const file of files) expect(readFileSync(join(file.parentPath, file.name)).includes(secret ?? '')).toBe(false)
  expect(JSON.stringify([engine.events, engine.logLines])).not.toContain(secret)
})
