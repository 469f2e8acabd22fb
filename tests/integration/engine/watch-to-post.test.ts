import { afterEach, beforeEach, expect, it } from 'vitest'
import { feedsAtEveryAddress } from '../support/fill-workspace.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
beforeEach(async () => {
  engine = await startTestEngine({ http: feedsAtEveryAddress })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  await engine.ask('watch.addFeed', { workspaceId, feedId: engine.random.id(), url: 'https://feeds.example/harbour/market', folder: '' })
})
afterEach(() => engine.stop())

it('makes a draft of what was read, once, and keeps where it came from', async () => {
  const { items } = await engine.ask('watch.page', { workspaceId, source: { kind: 'all' }, unreadOnly: false, before: null, limit: 10 })
  const item = items[0]!
  const postId = engine.random.id()
  expect(await engine.ask('watch.makePost', { workspaceId, itemId: item.id, postId })).toEqual({ postId })
  const { post } = await engine.ask('posts.read', { workspaceId, postId })
  expect(post).toMatchObject({ status: 'draft', title: item.title, origin: { kind: 'watch', feedItemId: item.id, url: item.url, title: item.title } })
  expect(engine.events).toContainEqual({ name: 'posts.changed', payload: { workspaceId, ids: [postId] } })

  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: post.revision, content: { title: 'My words', document: post.document, targets: [], media: [] } })
  await engine.ask('watch.makePost', { workspaceId, itemId: item.id, postId })
  expect((await engine.ask('posts.read', { workspaceId, postId })).post.title).toBe('My words')
})

it('counts what is unread of the watch', async () => {
  expect((await engine.ask('studio.counts', {})).workspaces).toMatchObject([{ workspaceId, unreadWatch: expect.any(Number) }])
})

it('exports a list without feeds', async () => {
  const other = engine.random.id()
  await engine.ask('workspaces.create', { id: other, name: 'Atelier <Nord> & Co', colour: 'plum', timeZone: 'UTC' })
  const { opml } = await engine.ask('watch.exportOpml', { workspaceId: other })
  expect(opml).toContain('Atelier &lt;Nord> &amp; Co')
})
