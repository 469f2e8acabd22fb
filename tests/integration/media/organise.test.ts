import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
beforeEach(async () => {
  engine = await startTestEngine({ adapters: [] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const gif = (mark: number) => new Uint8Array([...Buffer.from('GIF89a'), 2 + mark, 0, 3, 0, 0, 0, 0])
const find = async (query = '') => (await engine.ask('media.library', { workspaceId, query })).pictures
async function add(fileName: string, mark: number): Promise<string> {
  await engine.advance(1000)
  return (await engine.ask('media.add', { workspaceId, mediaId: engine.random.id(), fileName, bytes: gif(mark) })).id
}
async function draft(mediaId: string, plannedFor: string | null = null): Promise<string> {
  const postId = engine.random.id()
  const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' }] }, targets: [], media: [{ mediaId, altText: 'In the post' }] }
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content, plannedFor })
  return postId
}

test('words, folder and tags are found again, and hold for every copy of the content', async () => {
  const first = await add('a.gif', 1)
  await engine.ask('library.describe', { workspaceId, items: [{ mediaId: first, altText: ' The bay at dawn ', folder: 'Summer', tags: ['Sea', 'sea', ' low  tide '] }] })
  const again = await add('b.gif', 1)
  expect(await find('summer')).toMatchObject([{ item: { id: again }, sameIds: [again, first], altText: 'The bay at dawn', folder: 'Summer', tags: ['sea', 'low tide'] }])
  await engine.ask('library.describe', { workspaceId, items: [{ mediaId: again, altText: '', folder: '', tags: [] }] })
  expect(await find('summer')).toEqual([])
  expect(await find('')).toMatchObject([{ altText: '', folder: '', tags: [] }])
})

test('what is added to the library goes into the folder shown, unless its content is in one already', async () => {
  const first = await add('a.gif', 1)
  expect(await engine.ask('library.keep', { workspaceId, mediaIds: [first], folder: ' Summer ' })).toEqual({ known: [] })
  const again = await add('b.gif', 1)
  expect(await engine.ask('library.keep', { workspaceId, mediaIds: [again], folder: 'Winter' })).toEqual({ known: [again] })
  expect(await find()).toMatchObject([{ folder: 'Summer', sameIds: [again, first] }])
})

test('what a draft has is not taken out; what nobody has is, and comes back', async () => {
  const [used, free] = [await add('used.gif', 1), await add('free.gif', 2)]
  const postId = await draft(used)
  expect(await engine.ask('library.remove', { workspaceId, mediaIds: [used, free] })).toEqual({ removed: [free], inUse: [used] })
  expect((await find()).map(({ item }) => item.id)).toEqual([used])
  await engine.ask('library.bringBack', { workspaceId, mediaIds: [free] })
  expect(await find()).toHaveLength(2)
  await engine.ask('posts.remove', { workspaceId, postId })
  expect(await engine.ask('library.remove', { workspaceId, mediaIds: [used] })).toEqual({ removed: [used], inUse: [] })
})

test('a copy that a draft has protects every copy of the content', async () => {
  const first = await add('a.gif', 1)
  await draft(await add('b.gif', 1))
  expect(await engine.ask('library.remove', { workspaceId, mediaIds: [first] })).toEqual({ removed: [], inUse: [first] })
})

test('the same content added again is in the library again', async () => {
  const first = await add('a.gif', 1)
  await engine.ask('library.remove', { workspaceId, mediaIds: [first] })
  expect(await find()).toEqual([])
  const again = await add('b.gif', 1)
  expect(await find()).toMatchObject([{ sameIds: [again, first] }])
})

test('a post begins with chosen pictures and what is known of them', async () => {
  const [first, second] = [await add('a.gif', 1), await add('b.gif', 2)]
  await engine.ask('library.describe', { workspaceId, items: [{ mediaId: first, altText: 'The bay', folder: '', tags: [] }] })
  await draft(second)
  const newPostId = engine.random.id()
  for (let times = 0; times < 2; times += 1) await engine.ask('library.openDraft', { workspaceId, mediaIds: [first, second], newPostId, plannedFor: '2027-03-01T09:00' })
  const { post } = await engine.ask('posts.read', { workspaceId, postId: newPostId })
  expect(post.media).toEqual([{ mediaId: first, altText: 'The bay' }, { mediaId: second, altText: 'In the post' }])
  expect(post).toMatchObject({ plan: { localDateTime: '2027-03-01T09:00' } })
  expect(await find()).toMatchObject([{ useCount: 2, openCount: 2 }, { useCount: 1, openCount: 1 }])
})
