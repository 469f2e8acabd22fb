import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Draft } from '../../../electron/engine/networks/network-draft.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let [page, member] = ['', '']
let sent: { who: string; draft: Draft }[]

beforeEach(async () => {
  sent = []
  const servers = (['facebook', 'linkedin'] as const).map((networkId) => createScriptedServer(networkId, { now: () => engine.now() }))
  for (const server of servers) server.otherwise({ send: (draft, session) => (void sent.push({ who: session.account.networkId, draft }), 'fine') })
  engine = await startTestEngine({ adapters: servers.map(({ adapter }) => adapter) })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const connect = async (networkId: 'facebook' | 'linkedin'): Promise<string> => (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'abcd' })).id
  ;[page, member] = [await connect('facebook'), await connect('linkedin')]
})
afterEach(() => engine.stop())

const contentOf = (more: Partial<PostContent> = {}): PostContent => ({
  title: '', link: 'https://boutique.example/pain?a=1(b)',
  document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Il ouvre samedi https://ailleurs.example/a' }] }] },
  targets: [{ accountId: page, variant: null, link: 'https://page.example' }, { accountId: member, variant: null }], media: [], ...more
})
const read = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post

test('a link is kept, found and copied with the post, and goes out to the letter, with a card of its site where nobody has read its page', async () => {
  const [postId, copyId] = [engine.random.id(), engine.random.id()]
  const content = contentOf()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  expect((await engine.ask('posts.saveDraft', { workspaceId, postId, revision, content })).revision).toBe(revision)
  await engine.ask('posts.copy', { workspaceId, postId, newPostId: copyId })
  await engine.restart({ crash: true })
  expect([await read(postId), await read(copyId)]).toMatchObject([{ link: content.link, targets: content.targets }, { link: content.link, targets: content.targets }])
  const pack = async () => (await engine.ask('approvalPack.make', { workspaceId, packId: engine.random.id(), postIds: [postId] })).posts[0]?.contentHash
  const before = await pack()
  const next = await engine.ask('posts.saveDraft', { workspaceId, postId, revision, content: contentOf({ link: 'https://boutique.example/pain' }) })
  expect(await pack()).not.toBe(before)
  const last = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: next.revision, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision: last.revision, when: { kind: 'now' } })
  await engine.advance(60_000)
  const byNetwork = Object.fromEntries(sent.map(({ who, draft }) => [who, [draft.beside?.link, draft.card?.url, draft.card?.title]]))
  expect(byNetwork).toEqual({ facebook: ['https://page.example', undefined, undefined], linkedin: [content.link, content.link, 'boutique.example'] })
})

test('a version and a template bring it back with the names that statistics use, and it goes out under them', async () => {
  const [postId, templateId, newPostId] = [engine.random.id(), engine.random.id(), engine.random.id()]
  const open = 'https://boutique.example/pain?utm_source={network}'
  const targets = [page, member].map((accountId) => ({ accountId, variant: null }))
  const tagged = contentOf({ link: open, linkSources: 'facebook=fb', targets })
  const first = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: tagged })
  await engine.advance(10 * 60_000)
  const bare = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: first.revision, content: contentOf({ link: open, targets }) })
  expect(bare.revision).not.toBe(first.revision)
  const { versions } = await engine.ask('posts.listVersions', { workspaceId, postId })
  const { content } = await engine.ask('posts.readVersion', { workspaceId, postId, versionId: versions[0]!.id })
  expect(content).toMatchObject({ link: open, linkSources: 'facebook=fb' })
  await engine.ask('templates.save', { workspaceId, template: { id: templateId, name: 'Boutique', content } })
  await engine.ask('templates.use', { workspaceId, templateId, newPostId, plannedFor: null })
  await engine.restart({ crash: true })
  const { link, linkSources, revision } = await read(newPostId)
  expect([link, linkSources]).toEqual([open, 'facebook=fb'])
  await engine.ask('posts.schedule', { workspaceId, postId: newPostId, revision, when: { kind: 'now' } })
  await engine.advance(60_000)
  expect(Object.fromEntries(sent.map(({ who, draft }) => [who, draft.beside?.link]))).toEqual({ facebook: 'https://boutique.example/pain?utm_source=fb', linkedin: 'https://boutique.example/pain?utm_source=linkedin' })
})

test('what is no address stops the post before it has a time', async () => {
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf({ link: 'boutique.example' }) })
  expect(await engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })).toMatchObject({ ok: false, error: { code: 'post_has_problems', details: { problem: 'link_not_address', accountId: member } } })
})
