import { afterEach, beforeEach, expect, test } from 'vitest'
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
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'lea', appPassword: 'abcd' })).id
})
afterEach(() => engine.stop())

function contentOf(text: string, changes: Partial<PostContent>): PostContent {
  return { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }, targets: [{ accountId, variant: null }], media: [], ...changes }
}

const save = (postId: string, revision: number, content: PostContent) => engine.request('posts.saveDraft', { workspaceId, postId, revision, content })
const read = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post

test('a post keeps pictures that one account has for itself, sends those, and knows them as used', async () => {
  const other = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'tom', appPassword: 'abcd' })
  const mediaIds: string[] = []
  for (const sign of [1, 2, 3]) {
    const gif = new Uint8Array([...Buffer.from('GIF89a'), 2, 0, 3, 0, 0, 0, 0, sign])
    mediaIds.push((await engine.ask('media.add', { workspaceId, mediaId: engine.random.id(), fileName: `${sign}.gif`, bytes: gif })).id)
  }
  const [common, first, second] = mediaIds.map((mediaId) => ({ mediaId, altText: `alt ${mediaId}` }))
  const targets: PostContent['targets'] = [{ accountId, variant: null }, { accountId: other.id, variant: null, media: [second!, first!] }]
  const content = contentOf('Base', { media: [common!], targets })
  const postId = engine.random.id()
  const saved = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  const post = await read(postId)
  expect([post.targets, post.media]).toEqual([targets, [common]])
  const hashOf = async () => (await engine.ask('approvalPack.make', { workspaceId, packId: engine.random.id(), postIds: [postId] })).posts[0]?.contentHash
  const before = await hashOf()
  // The same pictures for everybody are something else to say yes to.
  expect(await save(postId, saved.revision, { ...content, targets: [targets[0]!, { accountId: other.id, variant: null, media: [second!] }] })).toMatchObject({ ok: true })
  expect(await hashOf()).not.toBe(before)
  await engine.ask('posts.schedule', { workspaceId, postId, revision: saved.revision + 1, when: { kind: 'now' } })
  await engine.advance(60_000)
  expect(server.records.map(({ handle, mediaCount }) => [handle, mediaCount])).toEqual(expect.arrayContaining([['lea', 1], ['tom', 1]]))
  const { jobs } = await engine.ask('posts.read', { workspaceId, postId })
  expect(jobs).toHaveLength(2)
  const { pictures } = await engine.ask('media.library', { workspaceId, query: '' })
  expect(pictures.find(({ item }) => item.id === second!.mediaId)?.uses.map(({ postId: user }) => user)).toEqual([postId])
})

test('an account has pictures of its own in a later part of a thread, or none there; they are kept over a crash, sent, and known as used', async () => {
  const ids: string[] = []
  for (const sign of [4, 5]) ids.push((await engine.ask('media.add', { workspaceId, mediaId: engine.random.id(), fileName: `${sign}.gif`, bytes: new Uint8Array([...Buffer.from('GIF89a'), 2, 0, 3, 0, 0, 0, 0, sign]) })).id)
  const other = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'tom', appPassword: 'abcd' })
  const [common, own] = ids.map((mediaId) => ({ mediaId, altText: `alt ${mediaId}` }))
  const part = { id: engine.random.id(), document: contentOf('Two', {}).document, variants: [], media: [common!], ownMedia: [{ accountId: other.id, media: [own!, common!] }] }
  const third = { id: engine.random.id(), document: contentOf('Three', {}).document, variants: [], media: [common!], ownMedia: [{ accountId, media: [] }] }
  const content = contentOf('Base', { targets: [{ accountId, variant: null }, { accountId: other.id, variant: null }], moreParts: [part, third] })
  const postId = engine.random.id()
  const saved = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.restart({ crash: true })
  expect((await read(postId)).moreParts).toEqual([part, third])
  // The same once more has arrived before; other pictures have not.
  expect(await save(postId, saved.revision, content)).toMatchObject({ ok: true, value: { revision: saved.revision } })
  const changed = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: saved.revision, content: { ...content, moreParts: [{ ...part, ownMedia: [{ accountId: other.id, media: [own!] }] }, third] } })
  expect(changed.revision).toBe(saved.revision + 1)
  const { pictures } = await engine.ask('media.library', { workspaceId, query: '' })
  expect(pictures.find(({ item }) => item.id === own!.mediaId)?.uses.map(({ postId: user }) => user)).toEqual([postId])
  await engine.ask('posts.schedule', { workspaceId, postId, revision: changed.revision, when: { kind: 'now' } })
  await engine.until(async () => (await engine.advance(60_000), (await read(postId)).status === 'published'))
  const sent = (handle: string) => server.records.filter((record) => record.handle === handle).map(({ text, mediaCount }) => `${text} ${String(mediaCount)}`).toSorted((a, b) => a.localeCompare(b))
  expect(sent('lea')).toEqual(['Base 0', 'Three 0', 'Two 1'])
  expect(sent('tom')).toEqual(['Base 0', 'Three 1', 'Two 1'])
})

test('an account without a picture where the others have one', async () => {
  const gif = new Uint8Array([...Buffer.from('GIF89a'), 2, 0, 3, 0, 0, 0, 0, 9])
  const { id: mediaId } = await engine.ask('media.add', { workspaceId, mediaId: engine.random.id(), fileName: 'a.gif', bytes: gif })
  const content = contentOf('Base', { media: [{ mediaId, altText: 'A' }], targets: [{ accountId, variant: null, media: [] }] })
  const postId = engine.random.id()
  await save(postId, 0, content)
  expect((await read(postId)).targets).toEqual(content.targets)
  await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })
  await engine.advance(60_000)
  expect(server.records.map(({ mediaCount }) => mediaCount)).toEqual([0])
})

test('from which words an own text was begun is kept, and is nothing that anybody says yes to', async () => {
  const words = (text: string): PostContent['document'] => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
  const part = { id: engine.random.id(), document: words('Two'), media: [], variants: [{ accountId, document: words('Own two'), begunFrom: words('Two') }] }
  const own = { accountId, variant: words('Own'), begunFrom: words('Base') }
  const postId = engine.random.id()
  const saved = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf('Base', { targets: [own], moreParts: [part] }) })
  const post = await read(postId)
  expect([post.targets, post.moreParts]).toEqual([[own], [part]])
  const hashOf = async () => (await engine.ask('approvalPack.make', { workspaceId, packId: engine.random.id(), postIds: [postId] })).posts[0]?.contentHash
  const before = await hashOf()
  const noted = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: saved.revision, content: contentOf('Base', { targets: [{ ...own, begunFrom: words('Looked at') }], moreParts: [part] }) })
  expect(noted.revision).toBe(saved.revision + 1)
  expect((await read(postId)).targets[0]?.begunFrom).toEqual(words('Looked at'))
  expect(await hashOf()).toBe(before)
})

test('a title that one account has for itself is kept, found, compared, approved and sent there alone', async () => {
  const other = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'tom', appPassword: 'abcd' })
  const targets: PostContent['targets'] = [{ accountId, variant: null }, { accountId: other.id, variant: null, title: 'Nocturne' }]
  const content = contentOf('Base', { title: 'Common', targets })
  const postId = engine.random.id()
  const saved = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  expect((await read(postId)).targets).toEqual(targets)
  expect((await engine.ask('posts.search', { workspaceId, text: 'nocturne', limit: 5 })).hits.map(({ post }) => post.id)).toEqual([postId])
  const hashOf = async () => (await engine.ask('approvalPack.make', { workspaceId, packId: engine.random.id(), postIds: [postId] })).posts[0]?.contentHash
  const before = await hashOf()
  const retitled = { ...content, targets: [targets[0]!, { ...targets[1]!, title: 'Other' }] }
  expect(await save(postId, saved.revision, retitled)).toMatchObject({ ok: true })
  expect(await hashOf()).not.toBe(before)
  await engine.ask('posts.schedule', { workspaceId, postId, revision: saved.revision + 1, when: { kind: 'now' } })
  const { jobs } = await engine.ask('posts.read', { workspaceId, postId })
  const titleOf = (id: string) => jobs.find((job) => job.accountId === id)?.excerpt
  expect([titleOf(accountId), titleOf(other.id)]).toEqual(['Common', 'Other'])
})

test('that accounts are kept together is stored and comes back, and is nothing that anybody says yes to', async () => {
  const other = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'ada', appPassword: 'abcd' })
  const variant: PostContent['document'] = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ours' }] }] }
  const apart: PostContent['targets'] = [accountId, other.id].map((id) => ({ accountId: id, variant }))
  const kept = apart.map((target) => ({ ...target, together: 'bluesky' }))
  const postId = engine.random.id()
  const saved = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf('Base', { targets: kept }) })
  expect((await read(postId)).targets).toEqual(kept)
  const hashOf = async () => (await engine.ask('approvalPack.make', { workspaceId, packId: engine.random.id(), postIds: [postId] })).posts[0]?.contentHash
  const before = await hashOf()
  const loosened = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: saved.revision, content: contentOf('Base', { targets: apart }) })
  expect([loosened.revision, (await read(postId)).targets]).toEqual([saved.revision + 1, apart])
  expect(await hashOf()).toBe(before)
})

test('a first comment that one account leaves out is stored so, approved so, and leaves from the others alone', async () => {
  const other = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'ada', appPassword: 'abcd' })
  const document: PostContent['document'] = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Below' }] }] }
  const comment = { id: engine.random.id(), document, media: [], variants: [], isComment: true as const }
  const targets = [accountId, other.id].map((id) => ({ accountId: id, variant: null }))
  const postId = engine.random.id()
  const saved = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf('Base', { targets, moreParts: [comment] }) })
  const hashOf = async () => (await engine.ask('approvalPack.make', { workspaceId, packId: engine.random.id(), postIds: [postId] })).posts[0]?.contentHash
  const before = await hashOf()
  const without = { ...comment, variants: [{ accountId, document, begunFrom: document, isLeftOut: true as const }] }
  const changed = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: saved.revision, content: contentOf('Base', { targets, moreParts: [without] }) })
  expect((await read(postId)).moreParts).toEqual([without])
  expect(await hashOf()).not.toBe(before)
  await engine.ask('posts.schedule', { workspaceId, postId, revision: changed.revision, when: { kind: 'now' } })
  const { jobs } = await engine.ask('posts.read', { workspaceId, postId })
  const countOf = (id: string) => jobs.filter((job) => job.accountId === id).length
  expect([countOf(accountId), countOf(other.id)]).toEqual([1, 2])
})
