import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mostVersions, versionsLast } from '../../../shared/posts/post-version.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { createReferenceFinder } from '../../../electron/engine/media/find-references.ts'
import type { PostRecord } from '../../../electron/engine/posts/post-record.ts'
import { createPostVersions } from '../../../electron/engine/posts/versions/post-versions.ts'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { openRigDatabase } from '../support/feature-rig.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { createSeededRandom } from '../support/seeded-random.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let accountId: string
let postId: string
let revision: number
const minute = 60_000

beforeEach(async () => {
  const server = createScriptedServer('bluesky', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [server.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const account = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'lea', appPassword: 'abcd' })
  accountId = account.id
  postId = engine.random.id()
  revision = 0
})
afterEach(() => engine.stop())

const contentOf = (text: string, changes: Partial<PostContent> = {}): PostContent =>
  ({ title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }, targets: [{ accountId, variant: null }], media: [], ...changes })

async function save(text: string, changes: Partial<PostContent> = {}): Promise<void> {
  revision = (await engine.ask('posts.saveDraft', { workspaceId, postId, revision, content: contentOf(text, changes) })).revision
}

const list = async () => (await engine.ask('posts.listVersions', { workspaceId, postId })).versions
const textOf = async (versionId: string) => documentToText((await engine.ask('posts.readVersion', { workspaceId, postId, versionId })).content.document)
const texts = async () => Promise.all((await list()).map(({ id }) => textOf(id)))
const restore = (versionId: string) => engine.request('posts.restoreVersion', { workspaceId, postId, revision, versionId })
const present = async () => documentToText((await engine.ask('posts.read', { workspaceId, postId })).post.document)

describe('versions of a draft', () => {
  test('are kept of what was written before the clock was set back, once', async () => {
    await save('Low tide')
    await engine.restart({ crash: false, downForMs: -24 * 60 * minute })
    await save('Low tide at six')
    await save('Low tide at seven')
    expect(await texts()).toEqual(['Low tide'])
    expect(await present()).toBe('Low tide at seven')
    await engine.advance(10 * minute)
    await save('High tide')
    expect(await texts()).toEqual(['Low tide at seven', 'Low tide'])
    expect(await restore((await list()).at(-1)?.id ?? '')).toMatchObject({ ok: true })
    expect(await present()).toBe('Low tide')
  })

  test('are none while somebody types, and one when writing goes on after a pause', async () => {
    await save('Low')
    await engine.advance(500)
    await save('Low tide')
    expect(await list()).toEqual([])
    const pausedAt = engine.now()
    await engine.advance(5 * minute)
    await save('High tide')
    expect(await list()).toEqual([{ id: expect.any(String), at: pausedAt, reason: 'pause', excerpt: 'Low tide', change: null }])
    await engine.advance(5 * minute)
    await save('High tide at six')
    expect(await list()).toMatchObject([{ reason: 'pause', excerpt: 'High tide', change: { added: 1, removed: 1, others: [] } }, { excerpt: 'Low tide' }])
  })

  test('keep what a slip would have taken: most of a text gone at once', async () => {
    const long = 'The oysters of the bay are at their best. '.repeat(6)
    await save(long)
    await engine.advance(500)
    await save('x')
    expect(await list()).toMatchObject([{ reason: 'cut' }])
    expect(await texts()).toEqual([long.trimEnd()])
  })

  test('hold what was scheduled and what was shown for approval, each content once', async () => {
    await save('Low tide')
    await engine.ask('posts.recordApproval', { workspaceId, postId, revision, approval: { kind: 'approved', by: 'Léa', channel: 'mail', note: '' } })
    expect(await list()).toMatchObject([{ reason: 'approval' }])
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2027-03-01T09:00' } })
    expect(await list()).toMatchObject([{ reason: 'schedule', excerpt: 'Low tide' }])
    await engine.ask('posts.unschedule', { workspaceId, postId })
    await engine.advance(5 * minute)
    await save('High tide')
    expect(await list()).toMatchObject([{ reason: 'schedule', excerpt: 'Low tide' }])
  })

  test('come back whole, and what they replace is a version by which it is taken back', async () => {
    const variant = contentOf('For Bluesky').document
    await save('Low tide', { title: 'Tides', targets: [{ accountId, variant }] })
    await engine.advance(5 * minute)
    await save('High tide')
    const [first] = await list()
    const restored = await restore(first!.id)
    expect(restored).toMatchObject({ ok: true, value: { post: { title: 'Tides', targets: [{ accountId, variant }] }, keptVersionId: expect.any(String) } })
    if (!restored.ok) return
    expect(await list()).toMatchObject([{ id: restored.value.keptVersionId, reason: 'restore', excerpt: 'High tide' }, { id: first!.id }])
    revision = restored.value.post.revision
    expect(await restore(restored.value.keptVersionId!)).toMatchObject({ ok: true })
    expect(await present()).toBe('High tide')
  })

  test('restored twice by the same call, whose answer was lost, change nothing more', async () => {
    await save('Low tide')
    await engine.advance(5 * minute)
    await save('High tide')
    const [first] = await list()
    await restore(first!.id)
    expect(await restore(first!.id)).toMatchObject({ ok: true, value: { keptVersionId: null } })
    expect(await texts()).toEqual(['High tide', 'Low tide'])
  })

  test('overwrite nothing that was written elsewhere meanwhile, and nothing that has its time', async () => {
    await save('Low tide')
    await engine.advance(5 * minute)
    await save('High tide')
    const [first] = await list()
    const seen = revision
    await save('Spring tide')
    expect(await engine.request('posts.restoreVersion', { workspaceId, postId, revision: seen, versionId: first!.id })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2027-03-01T09:00' } })
    expect(await restore(first!.id)).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
    expect(await present()).toBe('Spring tide')
    expect(await restore(engine.random.id())).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  test('come back without an account that was removed since', async () => {
    await save('Low tide')
    await engine.advance(5 * minute)
    await save('High tide', { targets: [] })
    await engine.ask('accounts.remove', { workspaceId, accountId })
    const [first] = await list()
    expect(await restore(first!.id)).toMatchObject({ ok: true, value: { post: { targets: [] } } })
    expect(await present()).toBe('Low tide')
  })

  test('survive a power cut together with the text they belong to', async () => {
    await save('Low tide')
    await engine.advance(5 * minute)
    await save('High tide')
    await engine.restart({ crash: true })
    expect(await present()).toBe('High tide')
    expect(await texts()).toEqual(['Low tide'])
  })

  test('are there again when a deletion is taken back, and gone after the next start when it is not', async () => {
    await save('Low tide')
    await engine.advance(5 * minute)
    await save('High tide')
    await engine.ask('posts.remove', { workspaceId, postId })
    revision = 0
    await save('High tide')
    expect(await texts()).toEqual(['Low tide'])
    await engine.ask('posts.remove', { workspaceId, postId })
    await engine.restart({ crash: false })
    expect(await list()).toEqual([])
  })
})

describe('the versions of one post', () => {
  const record = (text: string, media: PostContent['media'] = []): PostRecord =>
    ({ ...contentOf(text), media, targets: [], id: 'post', revision: 1, editorId: null, excerpt: text, origin: { kind: 'composer' }, schedule: null, createdAt: 0, updatedAt: 0, publishedAt: null })

  function rig() {
    const { database, closeAtEnd } = openRigDatabase('versions')
    closeAtEnd(() => undefined)
    const clock = createManualClock(Date.UTC(2026, 10, 21))
    return { database, clock, versions: createPostVersions({ database, clock, random: createSeededRandom(1) }) }
  }

  test('are bounded: the newest fifty, and none that was kept more than ninety days ago', () => {
    const { clock, versions } = rig()
    for (let index = 0; index < mostVersions + 5; index += 1) versions.keep(record(`Text ${String(index)}`), 'schedule')
    expect(versions.list('post')).toHaveLength(mostVersions)
    expect(versions.list('post')[0]?.excerpt).toBe(`Text ${String(mostVersions + 4)}`)
    clock.runDue(clock.now() + versionsLast)
    versions.keep(record('On its last day'), 'schedule')
    expect(versions.list('post')).toHaveLength(mostVersions)
    clock.runDue(clock.now() + 1)
    versions.keep(record('Much later'), 'schedule')
    expect(versions.list('post').map(({ excerpt }) => excerpt)).toEqual(['Much later', 'On its last day'])
  })

  test('whose time is over go at the next start, but for the newest: it says what the post was', () => {
    const { database, clock, versions } = rig()
    database.pragma('foreign_keys = OFF')
    database.prepare("INSERT INTO posts (id, revision, title, document, excerpt, origin, created_at, updated_at) VALUES ('post', 1, '', '{}', '', '{}', 0, 0)").run()
    for (const text of ['Low tide', 'High tide']) versions.keep(record(text), 'schedule')
    clock.runDue(clock.now() + versionsLast + 1)
    versions.tidy()
    expect(versions.list('post').map(({ excerpt }) => excerpt)).toEqual(['High tide'])
  })

  test('keep their images, although no post has them any more', () => {
    const { database, versions } = rig()
    const isReferred = createReferenceFinder(database)
    const mediaId = '7b0e3c2a-9a52-4c39-8f3d-0d7c55a1e001'
    expect(isReferred(mediaId)).toBe(false)
    versions.keep(record('Low tide', [{ mediaId, altText: '' }]), 'schedule')
    expect(isReferred(mediaId)).toBe(true)
  })

  test('that cannot be read are left out, and stand in nobody’s way', () => {
    const { database, versions } = rig()
    versions.keep(record('Low tide'), 'schedule')
    database.prepare("UPDATE post_versions SET content = '{', change = 'x'").run()
    expect(versions.list('post')).toEqual([])
    versions.keep(record('High tide'), 'schedule')
    expect(versions.list('post')).toMatchObject([{ excerpt: 'High tide', change: null }])
  })
})
