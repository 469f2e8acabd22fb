import { afterEach, expect, test } from 'vitest'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'

let engine: PracticeEngine
afterEach(() => engine.stop())

test('posts are pinned on the practice network, five of them, and unpinned', async () => {
  engine = await startPracticeEngine({ testOptions: { practiceIsInstant: true } })
  const { workspaceId } = engine
  const { accounts } = await engine.ask('accounts.list', { workspaceId })
  const accountId = accounts[0]!.id
  const publish = async (text: string): Promise<string> => {
    const postId = engine.random.id()
    const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] }, targets: [{ accountId, variant: null }], media: [] }
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
    await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })
    await engine.until(async () => (await engine.ask('posts.read', { workspaceId, postId })).post.status === 'published')
    return postId
  }
  const partOf = async (postId: string) => (await engine.ask('published.ofPost', { workspaceId, postId })).parts[0]!
  const there = async (postId: string) => engine.ask('published.readPin', { workspaceId, jobId: (await partOf(postId)).jobId })
  const set = async (postId: string, isPinned: boolean): Promise<void> => {
    await engine.ask('published.pin', { workspaceId, jobId: (await partOf(postId)).jobId, isPinned, instead: null })
    await engine.until(async () => (await partOf(postId)).pinned?.isPinned === isPinned && (await partOf(postId)).underWay === null)
  }
  const posts: string[] = []
  for (const number of [1, 2, 3, 4, 5, 6]) posts.push(await publish(`Message ${number}`))
  expect(await there(posts[0]!)).toEqual({ isPinned: false, hindrance: null, instead: null, most: 5 })
  for (const postId of posts.slice(0, 5)) await set(postId, true)
  expect(engine.onTheNetwork('SELECT text FROM statuses WHERE pinned_at IS NOT NULL ORDER BY id')).toHaveLength(5)
  expect([(await there(posts[0]!)).isPinned, await there(posts[5]!)]).toEqual([true, { isPinned: false, hindrance: 'full', instead: null, most: 5 }])
  await set(posts[0]!, false)
  expect((await there(posts[5]!)).hindrance).toBeNull()
})
