import { afterEach, expect, it } from 'vitest'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'

let engine: PracticeEngine
afterEach(() => engine.stop())

const readPage = (url: string) => engine.request('practice.readPage', { workspaceId: engine.workspaceId, url })

it('shows a published post with what was said under it, at the address that Vigie keeps of it', async () => {
  engine = await startPracticeEngine({ startBackgroundWork: false })
  const { jobs } = await engine.ask('outbox.list', { workspaceId: engine.workspaceId, view: 'finished', limit: 200 })
  const pages = await Promise.all(jobs.flatMap(({ remoteUrl }) => remoteUrl ?? []).map(readPage))
  const posts = pages.flatMap((page) => (page.ok && page.value.kind === 'post' ? page.value : []))
  expect(posts).toHaveLength(pages.length)
  const answered = posts.find(({ answers }) => answers.length > 1)
  expect(answered?.post).toMatchObject({ isOwn: true, handle: '@lesamarres' })
  expect(posts.flatMap(({ post }) => post.images)).toContainEqual({ description: expect.stringMatching(/\S/), picture: expect.stringMatching(/^data:image\/png;base64,iVBOR/) })
  expect(answered?.answers.some(({ isOwn }) => !isOwn)).toBe(true)
})

it('shows what lies above an answer, and an article of its newspapers', async () => {
  engine = await startPracticeEngine({ startBackgroundWork: false })
  const [answer] = engine.onTheNetwork<{ id: string; handle: string }>('SELECT s.id, m.handle FROM statuses s JOIN members m ON m.id = s.author_id WHERE s.in_reply_to_id IS NOT NULL LIMIT 1')
  expect(await readPage(`http://practice.localhost/@${answer!.handle}/${answer!.id}`)).toMatchObject({ ok: true, value: { kind: 'post', before: [expect.anything()], post: { id: answer!.id } } })
  const { items } = await engine.ask('watch.page', { workspaceId: engine.workspaceId, source: { kind: 'all' }, unreadOnly: false, before: null, limit: 1 })
  expect(await readPage(items[0]!.url!)).toMatchObject({ ok: true, value: { kind: 'article', title: items[0]!.title } })
})

it.each(['https://example.org/@lesamarres/1', 'http://practice.localhost/@lesamarres/1', 'http://practice.localhost/news/none/1', 'no address'])('finds nothing at %s', async (url) => {
  engine = await startPracticeEngine({ startBackgroundWork: false })
  expect(await readPage(url)).toMatchObject({ ok: false, error: { code: 'not_found' } })
})
