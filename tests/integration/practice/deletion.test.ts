import { afterEach, expect, test } from 'vitest'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'

let engine: PracticeEngine
afterEach(() => engine.stop())

test('a post that is out on the practice network is deleted there, and read back it is gone', async () => {
  engine = await startPracticeEngine({ testOptions: { practiceIsInstant: true } })
  const { workspaceId } = engine
  const { accounts } = await engine.ask('accounts.list', { workspaceId })
  const accountId = accounts[0]!.id
  const postId = engine.random.id()
  const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Une faute' }] }] }, targets: [{ accountId, variant: null }], media: [] }
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })
  const status = async (): Promise<string> => (await engine.ask('posts.read', { workspaceId, postId })).post.status
  await engine.until(async () => (await status()) === 'published')
  const { parts } = await engine.ask('published.ofPost', { workspaceId, postId })
  await engine.ask('published.remove', { workspaceId, postId, accountIds: [accountId] })
  await engine.until(async () => (await status()) === 'removed')
  expect(await engine.ask('reality.read', { workspaceId, jobId: parts[0]!.jobId })).toMatchObject({ kept: { there: 'gone' } })
})
