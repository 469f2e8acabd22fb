import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import type { Draft } from '../../../electron/engine/networks/network-draft.ts'
import { createPostsRepository } from '../../../electron/engine/posts/posts-repository.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let blog: string
let other: string
let plain: string
let sent: { who: string; draft: Draft }[]

beforeEach(async () => {
  sent = []
  const servers = (['wordpress', 'bluesky'] as const).map((networkId) => createScriptedServer(networkId, { now: () => engine.now() }))
  for (const server of servers) server.otherwise({ send: (draft, session) => (void sent.push({ who: session.account.handle, draft }), 'fine') })
  engine = await startTestEngine({ adapters: servers.map(({ adapter }) => adapter) })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const connect = async (networkId: 'wordpress' | 'bluesky', identifier: string): Promise<string> => (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: `https://${identifier}.example`, identifier, appPassword: 'abcd' })).id
  blog = await connect('wordpress', 'lea')
  other = await connect('wordpress', 'tom')
  plain = await connect('bluesky', 'zoe')
})
afterEach(() => engine.stop())

const contentOf = (more: Partial<PostContent> = {}): PostContent => ({
  title: 'Le marché', teaser: 'Samedi, dès huit heures',
  document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Il ouvre samedi' }] }] },
  targets: [{ accountId: blog, variant: null }, { accountId: other, variant: null, teaser: 'Le sien' }, { accountId: plain, variant: null }], media: [], ...more
})
const save = (postId: string, revision: number, content: PostContent) => engine.ask('posts.saveDraft', { workspaceId, postId, revision, content })
const read = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post

test('an excerpt is kept, found and copied with the post, and goes out as it was when it was scheduled, after a crash too', async () => {
  const [postId, copyId] = [engine.random.id(), engine.random.id()]
  const content = contentOf()
  const { revision } = await save(postId, 0, content)
  expect(await read(postId)).toMatchObject({ teaser: content.teaser, targets: content.targets })
  expect((await engine.ask('posts.search', { workspaceId, text: 'huit heures', limit: 5 })).hits.map(({ post }) => post.id)).toEqual([postId])
  // The same again is no other version.
  expect((await save(postId, revision, content)).revision).toBe(revision)
  await engine.ask('posts.copy', { workspaceId, postId, newPostId: copyId })
  expect(await read(copyId)).toMatchObject({ teaser: content.teaser, targets: content.targets })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.restart({ crash: true })
  await engine.advance(60_000)
  expect(new Set(sent.map(({ draft }) => draft.beside?.teaser ?? null))).toEqual(new Set(['Le sien', 'Samedi, dès huit heures', null]))
  const { jobs } = await engine.ask('posts.read', { workspaceId, postId })
  const reality = await Promise.all(jobs.map(async ({ id }) => (await engine.ask('reality.ofJob', { workspaceId, jobId: id })).sent.beside))
  expect(reality.filter((beside) => beside !== undefined)).toHaveLength(2)
})

test('a yes is for the excerpt too, none of its own is not the common one, and without any the post is what it was before', async () => {
  const postId = engine.random.id()
  let { revision } = await save(postId, 0, contentOf())
  const hashOf = async () => (await engine.ask('approvalPack.make', { workspaceId, packId: engine.random.id(), postIds: [postId] })).posts[0]?.contentHash
  const hashes = [await hashOf()]
  const [first, second, third] = contentOf().targets
  for (const more of [{ teaser: 'Dimanche' }, { targets: [first!, { ...second!, teaser: '' }, third!] }, { targets: [first!, { accountId: other, variant: null }, third!] }]) {
    ;({ revision } = await save(postId, revision, contentOf(more)))
    hashes.push(await hashOf())
    expect(await read(postId)).toMatchObject(contentOf(more))
  }
  expect(new Set(hashes).size).toBe(4)
  const { teaser: _none, ...without } = contentOf({ targets: [{ accountId: blog, variant: null }] })
  await save(postId, revision, without)
  expect('teaser' in (await read(postId))).toBe(false)
})

test('a version and a template bring the excerpt back', async () => {
  const [postId, templateId, newPostId] = [engine.random.id(), engine.random.id(), engine.random.id()]
  const { revision } = await save(postId, 0, contentOf())
  await engine.advance(10 * 60_000)
  await save(postId, revision, contentOf({ teaser: 'Dimanche' }))
  const { versions } = await engine.ask('posts.listVersions', { workspaceId, postId })
  const { content } = await engine.ask('posts.readVersion', { workspaceId, postId, versionId: versions[0]!.id })
  expect(content).toMatchObject({ teaser: 'Samedi, dès huit heures', targets: contentOf().targets })
  await engine.ask('templates.save', { workspaceId, template: { id: templateId, name: 'Marché', content } })
  await engine.ask('templates.use', { workspaceId, templateId, newPostId, plannedFor: null })
  expect(await read(newPostId)).toMatchObject({ teaser: content.teaser, targets: contentOf().targets })
})

test('a post from before there was such a field has nothing in it, nor has its account, and takes something', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-test-'))
  const database = openDatabase(join(folder, 'workspace.db'))
  try {
    await migrate(database, workspaceMigrations.filter(({ version }) => version < 99), () => Promise.resolve())
    database.exec(`
      INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at) VALUES ('a', 'wordpress', 'blog.example', 'Blog', 'https://blog.example', '1', 'connected', '{}', 'r', 0);
      INSERT INTO posts (id, revision, title, document, excerpt, origin, created_at, updated_at) VALUES ('p', 1, 'Le marché', '{"type":"doc","content":[{"type":"paragraph"}]}', '', '{"kind":"composer"}', 0, 0);
      INSERT INTO post_targets (post_id, position, account_id, variant, has_own_media, title) VALUES ('p', 0, 'a', NULL, 0, 'Samedi');`)
    await migrate(database, workspaceMigrations, () => Promise.resolve())
    const posts = createPostsRepository(database)
    const post = posts.read('p')!
    expect([Object.hasOwn(post, 'teaser'), post.targets]).toEqual([false, [{ accountId: 'a', variant: null, title: 'Samedi' }]])
    posts.write({ ...post, teaser: 'Court', targets: [{ ...post.targets[0]!, teaser: '' }] })
    expect(posts.read('p')).toMatchObject({ teaser: 'Court', targets: [{ teaser: '' }] })
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
})
