import { afterEach, expect, it } from 'vitest'
import { sniffedBytes } from '../../../shared/media/sniff-media.ts'
import { tinyMp4 } from '../../support/tiny-videos.ts'
import { contentOf } from '../outbox/publish.ts'
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
  expect(posts.flatMap(({ post }) => post.media)).toContainEqual({ kind: 'picture', description: expect.stringMatching(/\S/), picture: expect.stringMatching(/^data:image\/png;base64,iVBOR/) })
  expect(answered?.answers.some(({ isOwn }) => !isOwn)).toBe(true)
})

it('shows what lies above an answer, and an article of its newspapers', async () => {
  engine = await startPracticeEngine({ startBackgroundWork: false })
  const [answer] = engine.onTheNetwork<{ id: string; handle: string }>('SELECT s.id, m.handle FROM statuses s JOIN members m ON m.id = s.author_id WHERE s.in_reply_to_id IS NOT NULL LIMIT 1')
  expect(await readPage(`http://practice.localhost/@${answer!.handle}/${answer!.id}`)).toMatchObject({ ok: true, value: { kind: 'post', before: [expect.anything()], post: { id: answer!.id } } })
  const { items } = await engine.ask('watch.page', { workspaceId: engine.workspaceId, source: { kind: 'all' }, unreadOnly: false, before: null, limit: 1 })
  expect(await readPage(items[0]!.url!)).toMatchObject({ ok: true, value: { kind: 'article', title: items[0]!.title } })
})

it('gives a published film as a film, to be played from the network’s own copy', async () => {
  engine = await startPracticeEngine({ startBackgroundWork: true, testOptions: { practiceIsInstant: true } })
  const { workspaceId } = engine
  const [mediaId, postId] = [engine.random.id(), engine.random.id()]
  const film = await tinyMp4()
  await engine.ask('media.beginFile', { workspaceId, mediaId, fileName: 'quay.mp4', bytes: film.byteLength, beginning: film.slice(0, sniffedBytes) })
  await engine.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes: film })
  await engine.ask('media.finishFile', { workspaceId, mediaId })
  const captions = await engine.ask('media.addCaptions', { workspaceId, captionsId: engine.random.id(), fileName: 'quai.srt', bytes: new TextEncoder().encode('1\n00:00:00,100 --> 00:00:00,900\nMarée basse\n') })
  const { accounts } = await engine.ask('accounts.list', { workspaceId })
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { ...contentOf('Le quai', [accounts[0]!.id]), media: [{ mediaId, altText: 'Un bateau', captions: [{ ...captions, language: 'fr', filmMs: 1000 }] }] } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' } })
  await engine.until(async () => (await engine.ask('posts.read', { workspaceId, postId })).post.status === 'published')
  const url = (await engine.ask('posts.read', { workspaceId, postId })).jobs[0]!.remoteUrl!
  const page = await readPage(url)
  const shown = page.ok && page.value.kind === 'post' ? page.value.post.media : []
  expect(shown).toEqual([{ kind: 'film', description: 'Un bateau', mediaId: expect.any(Number), mediaType: 'video/mp4', captions: [{ language: 'fr', vtt: 'WEBVTT\n\n00:00:00.100 --> 00:00:00.900\nMarée basse\n' }] }])
  const one = shown[0]?.kind === 'film' ? shown[0].mediaId : 0
  expect((await engine.ask('practice.readFilm', { workspaceId, url, mediaId: one })).bytes).toHaveLength(film.byteLength)
  const [picture] = engine.onTheNetwork<{ id: number }>("SELECT id FROM media WHERE media_type LIKE 'image/%' LIMIT 1")
  expect(await engine.request('practice.readFilm', { workspaceId, url, mediaId: picture!.id })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

it.each(['https://example.org/@lesamarres/1', 'http://practice.localhost/@lesamarres/1', 'http://practice.localhost/news/none/1', 'no address'])('finds nothing at %s', async (url) => {
  engine = await startPracticeEngine({ startBackgroundWork: false })
  expect(await readPage(url)).toMatchObject({ ok: false, error: { code: 'not_found' } })
})
