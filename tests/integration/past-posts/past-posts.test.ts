import { afterEach, beforeEach, expect, it } from 'vitest'
import { largestPostFile } from '../../../shared/past-posts/past-post.ts'
import { postAddress, postJson, postPage, sharedJson } from '../../support/takeout-files.ts'
import { tinyGif } from '../../support/tiny-images.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string

beforeEach(async () => {
  engine = await startTestEngine({ adapters: [] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const archive = [{ path: 'Posts/20150714 - La grande.json', bytes: bytes(postJson()) }, { path: 'Posts/20130203 - Post.json', bytes: bytes(sharedJson) }, { path: 'Posts/20161105 - Une nuit.html', bytes: bytes(postPage()) }]
const take = async (files = archive, importId = engine.random.id()) => (await engine.ask('pastPosts.take', { workspaceId, importId, files })).results
const find = async (text = '') => (await engine.ask('pastPosts.page', { workspaceId, text, limit: 50 })).posts

async function addPicture(fileName: string, tail: number): Promise<string> {
  const mediaId = engine.random.id()
  await engine.ask('media.add', { workspaceId, mediaId, fileName, bytes: tinyGif(4, 3, tail) as Uint8Array<ArrayBuffer> })
  return mediaId
}

it('keeps each post once, the newest first, over a crash, and says what it wants and what is nothing of it', async () => {
  const results = await take([...archive, { path: 'Posts/same.html', bytes: bytes(postPage({ address: postAddress })) }, { path: 'Photos/metadata.json', bytes: bytes('{}') }, { path: 'Posts/cut.json', bytes: bytes(postJson().slice(0, 200)) }, { path: 'Posts/huge.json', bytes: new Uint8Array(largestPostFile + 1) }])
  expect(results.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added', 'known', 'other', 'unreadable', 'other'])
  expect(results[0]?.wanted).toEqual([{ place: 0, fileName: 'vitrine.jpg' }, { place: 1, fileName: 'Absente.jpg' }])
  await engine.restart({ crash: true })
  expect((await find()).map(({ publishedAt }) => new Date(publishedAt).getUTCFullYear())).toEqual([2016, 2015, 2013])
  expect((await take()).map(({ outcome }) => outcome)).toEqual(['known', 'known', 'known'])
  expect(await find()).toHaveLength(3)
})

it('finds them by all the words of them and of what they passed on, without regard to case and accents', async () => {
  await take()
  expect((await find('MAREE lecteurs')).map(({ url }) => url)).toEqual([postAddress])
  expect(await find('epave')).toHaveLength(1)
  expect(await find('vitrine')).toHaveLength(1)
  expect(await find('maree absent')).toHaveLength(0)
  expect(await find('100% "of\' nothing')).toHaveLength(0)
  expect(await engine.ask('pastPosts.page', { workspaceId, text: '', limit: 1 })).toMatchObject({ posts: [{}], total: 3 })
})

it('makes a draft of its own words, its link and its pictures, with the day it was; another one only when that is no draft any more', async () => {
  const [first, second] = await take()
  const pastPostId = first?.pastPostId ?? ''
  const mediaId = await addPicture('vitrine.jpg', 1)
  await engine.ask('pastPosts.attach', { workspaceId, pastPostId, place: 0, mediaId })
  expect((await take())[0]?.wanted).toEqual([{ place: 1, fileName: 'Absente.jpg' }])
  const newPostId = engine.random.id()
  expect(await engine.ask('pastPosts.openDraft', { workspaceId, pastPostId, newPostId })).toEqual({ postId: newPostId })
  expect(await engine.ask('pastPosts.openDraft', { workspaceId, pastPostId, newPostId: engine.random.id() })).toEqual({ postId: newPostId })
  const { post } = await engine.ask('posts.read', { workspaceId, postId: newPostId })
  expect(post).toMatchObject({ status: 'draft', schedule: null, media: [{ mediaId, altText: 'La vitrine, le soir' }], origin: { kind: 'past', pastPostId, network: 'googleplus', publishedAt: Date.UTC(2015, 6, 14, 18, 39, 28) } })
  expect(JSON.stringify(post.document)).toMatch(/La grande marée de juillet.*https:\/\/marees\.example\/horaires/)
  await engine.ask('posts.remove', { workspaceId, postId: newPostId })
  const again = engine.random.id()
  expect(await engine.ask('pastPosts.openDraft', { workspaceId, pastPostId, newPostId: again })).toEqual({ postId: again })

  // What somebody else had written is no word of the client's.
  const passedOn = engine.random.id()
  await engine.ask('pastPosts.openDraft', { workspaceId, pastPostId: second?.pastPostId ?? '', newPostId: passedOn })
  expect(JSON.stringify((await engine.ask('posts.read', { workspaceId, postId: passedOn })).post.document)).not.toContain('épave')
  expect(await engine.request('pastPosts.openDraft', { workspaceId, pastPostId: engine.random.id(), newPostId: engine.random.id() })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

it('goes again as it came: an import with the files that nothing else of the past has, and its drafts stay', async () => {
  const importId = engine.random.id()
  const results = await take(archive, importId)
  const [shared, own] = [await addPicture('a.gif', 1), await addPicture('b.gif', 2)]
  const attach = async (place: number, at: number, mediaId: string) => engine.ask('pastPosts.attach', { workspaceId, pastPostId: results[at]?.pastPostId ?? '', place, mediaId })
  await attach(0, 0, shared)
  await attach(1, 0, own)
  const [later] = await take([{ path: 'later.html', bytes: bytes(postPage({ address: 'https://plus.google.com/1/posts/later' })) }])
  await engine.ask('pastPosts.attach', { workspaceId, pastPostId: later?.pastPostId ?? '', place: 0, mediaId: shared })
  const newPostId = engine.random.id()
  await engine.ask('pastPosts.openDraft', { workspaceId, pastPostId: results[0]?.pastPostId ?? '', newPostId })
  expect(await engine.ask('pastPosts.remove', { workspaceId, which: { importId } })).toEqual({ removed: 3, mediaIds: [own] })
  expect((await find()).map(({ id }) => id)).toEqual([later?.pastPostId])
  expect((await engine.ask('posts.read', { workspaceId, postId: newPostId })).post.status).toBe('draft')
  expect(await engine.ask('pastPosts.remove', { workspaceId, which: { importId } })).toEqual({ removed: 0, mediaIds: [] })
  expect(await engine.ask('pastPosts.remove', { workspaceId, which: { pastPostId: later?.pastPostId ?? '' } })).toEqual({ removed: 1, mediaIds: [shared] })
})

it('takes no file that is not of this client', async () => {
  const [first] = await take()
  expect(await engine.request('pastPosts.attach', { workspaceId, pastPostId: first?.pastPostId ?? '', place: 0, mediaId: engine.random.id() })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect((await find('vitrine'))[0]?.media).toEqual([{ mediaId: null, fileName: 'vitrine.jpg', altText: 'La vitrine, le soir' }, { mediaId: null, fileName: 'Absente.jpg', altText: '' }])
})
