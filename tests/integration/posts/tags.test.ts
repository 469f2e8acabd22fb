import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Draft } from '../../../electron/engine/networks/network-draft.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let forum: string
let blog: string
let plain: string
let sent: { who: string; draft: Draft }[]

beforeEach(async () => {
  sent = []
  const servers = (['discourse', 'wordpress', 'bluesky'] as const).map((networkId) => createScriptedServer(networkId, { now: () => engine.now() }))
  for (const server of servers) server.otherwise({ send: (draft, session) => (void sent.push({ who: session.account.networkId, draft }), 'fine') })
  engine = await startTestEngine({ adapters: servers.map(({ adapter }) => adapter) })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const connect = async (networkId: 'discourse' | 'wordpress' | 'bluesky'): Promise<string> => (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'abcd' })).id
  forum = await connect('discourse')
  blog = await connect('wordpress')
  plain = await connect('bluesky')
})
afterEach(() => engine.stop())

const contentOf = (more: Partial<PostContent> = {}): PostContent => ({
  title: 'Le marché', tags: ['Pain d’Épices', 'Noël'],
  document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Il ouvre samedi' }] }] },
  targets: [{ accountId: forum, variant: null }, { accountId: blog, variant: null, tags: ['marché'] }, { accountId: plain, variant: null }], media: [], ...more
})
const save = (postId: string, revision: number, content: PostContent) => engine.ask('posts.saveDraft', { workspaceId, postId, revision, content })
const read = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post

test('tags are kept, found, approved and copied with the post, and each network gets what it takes of them, as they were when it was scheduled', async () => {
  const postId = engine.random.id()
  const content = contentOf()
  const { revision } = await save(postId, 0, content)
  expect(await read(postId)).toMatchObject({ tags: content.tags, targets: content.targets })
  expect((await engine.ask('posts.search', { workspaceId, text: 'noel', limit: 5 })).hits.map(({ post }) => post.id)).toEqual([postId])
  // The same again is no other version.
  expect((await save(postId, revision, content)).revision).toBe(revision)
  const copyId = engine.random.id()
  await engine.ask('posts.copy', { workspaceId, postId, newPostId: copyId })
  expect(await read(copyId)).toMatchObject({ tags: content.tags, targets: content.targets })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.restart({ crash: true })
  await engine.advance(60_000)
  expect(Object.fromEntries(sent.map(({ who, draft }) => [who, draft.tags ?? null]))).toEqual({ discourse: ['pain-d’épices', 'noël'], wordpress: ['marché'], bluesky: null })
  const { jobs } = await engine.ask('posts.read', { workspaceId, postId })
  const reality = await Promise.all(jobs.map(async ({ id }) => (await engine.ask('reality.read', { workspaceId, jobId: id })).sent.tags))
  expect(reality.filter((tags) => tags !== undefined)).toHaveLength(2)
})

test('a yes is for the tags too, none of its own are not the common ones, and an account that follows again has them', async () => {
  const postId = engine.random.id()
  let { revision } = await save(postId, 0, contentOf())
  const hashOf = async () => (await engine.ask('approvalPack.make', { workspaceId, packId: engine.random.id(), postIds: [postId] })).posts[0]?.contentHash
  const hashes = [await hashOf()]
  const [first, second, third] = contentOf().targets
  for (const more of [{ tags: ['Noël'] }, { targets: [first!, { ...second!, tags: [] }, third!] }, { targets: [first!, { accountId: blog, variant: null }, third!] }]) {
    ;({ revision } = await save(postId, revision, contentOf(more)))
    hashes.push(await hashOf())
    expect(await read(postId)).toMatchObject(contentOf(more))
  }
  expect(new Set(hashes).size).toBe(4)
  // Without any at all, it is what it was before there were tags.
  const { tags: _none, ...without } = contentOf({ targets: [{ accountId: blog, variant: null }] })
  await save(postId, revision, without)
  expect('tags' in (await read(postId))).toBe(false)
})

test('a version and a template bring the tags back; what was used is offered, the newest first and each once', async () => {
  const [postId, templateId, newPostId] = [engine.random.id(), engine.random.id(), engine.random.id()]
  const { revision } = await save(postId, 0, contentOf())
  await engine.advance(10 * 60_000)
  await save(postId, revision, contentOf({ tags: ['hiver', 'NOËL'] }))
  const { versions } = await engine.ask('posts.listVersions', { workspaceId, postId })
  const { content } = await engine.ask('posts.readVersion', { workspaceId, postId, versionId: versions[0]!.id })
  expect(content.tags).toEqual(['Pain d’Épices', 'Noël'])
  await engine.ask('templates.save', { workspaceId, template: { id: templateId, name: 'Marché', content } })
  await engine.ask('templates.use', { workspaceId, templateId, newPostId, plannedFor: null })
  expect(await read(newPostId)).toMatchObject({ tags: content.tags, targets: content.targets })
  const { tags } = await engine.ask('posts.tagsUsed', { workspaceId })
  expect(tags.map((tag) => tag.toLowerCase()).toSorted()).toEqual(['hiver', 'marché', 'noël', 'pain d’épices'])
})

test('a network’s own bound stops the post before it has a time', async () => {
  const postId = engine.random.id()
  const { revision } = await save(postId, 0, contentOf({ tags: ['a', 'b', 'c', 'd', 'e', 'f'] }))
  expect(await engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })).toMatchObject({ ok: false, error: { code: 'post_has_problems', details: { problem: 'too_many_tags', accountId: forum } } })
})
