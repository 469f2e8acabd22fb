import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaptionsToSend } from '../../../electron/engine/networks/network-media.ts'
import type { CaptionsFile, FilmCaptions } from '../../../shared/captions/film-captions.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { tinyMp4 } from '../../support/tiny-videos.ts'
import { addVideo } from '../support/add-video.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let accountId: string
let filmId: string
const sent: (readonly CaptionsToSend[] | undefined)[] = []

beforeEach(async () => {
  sent.length = 0
  const network = createScriptedNetwork('bluesky')
  const adapter = {
    ...network.adapter,
    people: network.people,
    publisher: {
      async publish(_session: unknown, { media }: { readonly media: readonly { readonly captions?: readonly CaptionsToSend[] }[] }) {
        sent.push(media[0]?.captions)
        return { ok: true as const, value: { remoteId: `post-${sent.length}`, url: null } }
      },
      findPublished: async () => ({ ok: true as const, value: 'none' as const })
    }
  }
  engine = await startTestEngine({ adapters: [adapter] })
  workspaceId = await newClient('Maison Lune')
  network.people.set('lune', { password: 'p', identity: identityOf('lune') })
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p' })).id
  filmId = await addVideo(engine, workspaceId, await tinyMp4())
})
afterEach(() => engine.stop())

async function newClient(name: string): Promise<string> {
  const id = engine.random.id()
  await engine.ask('workspaces.create', { id, name, colour: 'teal', timeZone: 'Europe/Paris' })
  return id
}
const srt = (words: string) => new TextEncoder().encode(`1\n00:00:00,100 --> 00:00:00,900\n${words}\n`)
const add = (words: string, client = workspaceId): Promise<CaptionsFile> => engine.ask('media.addCaptions', { workspaceId: client, captionsId: engine.random.id(), fileName: 'quai.fr.srt', bytes: srt(words) })
const inFrench = (file: CaptionsFile): FilmCaptions => ({ ...file, language: 'fr', filmMs: 1000 })
const contentWith = (captions: FilmCaptions[] | undefined, more: Partial<PostContent> = {}): PostContent => ({
  title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Marée basse' }] }] },
  targets: [{ accountId, variant: null }], media: [{ mediaId: filmId, altText: 'Un quai', ...(captions === undefined ? {} : { captions }) }], ...more
})
async function save(content: PostContent, postId = engine.random.id(), revision = 0): Promise<{ readonly postId: string; readonly revision: number }> {
  return { postId, revision: (await engine.ask('posts.saveDraft', { workspaceId, postId, revision, content })).revision }
}
const storedOf = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post.media[0]?.captions

test('a file is read and kept once: the same again is the same, its id for other words is refused, and what is no subtitles is named', async () => {
  const captionsId = engine.random.id()
  const ask = (bytes: ReturnType<typeof srt>) => engine.request('media.addCaptions', { workspaceId, captionsId, fileName: 'quai.srt', bytes })
  const file = { captionsId, fileName: 'quai.srt', bytes: 57, cues: 1, lastAtMs: 100 }
  expect(await ask(srt('Marée'))).toEqual({ ok: true, value: { ...file, bytes: new TextEncoder().encode('WEBVTT\n\n00:00:00.100 --> 00:00:00.900\nMarée\n').byteLength } })
  expect((await ask(srt('Marée'))).ok).toBe(true)
  expect(await ask(srt('Autre'))).toMatchObject({ ok: false, error: { code: 'conflict' } })
  const broken = await engine.request('media.addCaptions', { workspaceId, captionsId: engine.random.id(), fileName: 'x.srt', bytes: new TextEncoder().encode('1\n00:00:02,000 --> 00:00:01,000\nx\n') })
  expect(broken).toMatchObject({ ok: false, error: { code: 'captions_unreadable', details: { reason: 'runs_backwards', line: 2, fileName: 'x.srt' } } })
})

test('what they say is read back as it is kept, by their own client alone', async () => {
  const { captionsId } = await add('Marée <i>basse</i>')
  expect(await engine.ask('media.readCaptions', { workspaceId, captionsId })).toEqual({ vtt: 'WEBVTT\n\n00:00:00.100 --> 00:00:00.900\nMarée <i>basse</i>\n' })
  for (const asked of [{ workspaceId: await newClient('Maison Soleil'), captionsId }, { workspaceId, captionsId: engine.random.id() }]) expect(await engine.request('media.readCaptions', asked)).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

test('a film in the library has those of its posts: of each language the ones of the post that was written last', async () => {
  const [old, recent, english] = [inFrench(await add('Un')), inFrench(await add('Deux')), { ...inFrench(await add('One')), language: 'en' as const }]
  await save(contentWith([old, english]))
  await engine.advance(1000)
  await save(contentWith([recent]))
  await save(contentWith(undefined))
  expect(await engine.ask('media.captionsOf', { workspaceId, mediaId: filmId })).toEqual({ captions: [recent, english] })
  expect(await engine.ask('media.captionsOf', { workspaceId: await newClient('Maison Soleil'), mediaId: filmId })).toEqual({ captions: [] })
})

test('subtitles stand with their film over a crash, in a copy and in earlier versions, and a change of them alone is a version', async () => {
  const [first, second] = [inFrench(await add('Un')), { ...inFrench(await add('One')), language: 'en' as const }]
  const { postId, revision } = await save(contentWith([first]))
  await save(contentWith([first, second]), postId, revision)
  await engine.restart({ crash: true })
  expect(await storedOf(postId)).toEqual([first, second])
  const newPostId = engine.random.id()
  await engine.ask('posts.copy', { workspaceId, postId, newPostId })
  expect(await storedOf(newPostId)).toEqual([first, second])
})

test('of another client they are unknown, in a post as everywhere', async () => {
  const other = await newClient('Maison Soleil')
  const theirs = inFrench(await add('Secret', other))
  expect(await engine.request('posts.saveDraft', { workspaceId, postId: engine.random.id(), revision: 0, content: contentWith([theirs]) })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(await engine.request('posts.saveDraft', { workspaceId, postId: engine.random.id(), revision: 0, content: contentWith([inFrench(await add('Une')), inFrench(await add('Deux'))]) })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
})

test('they go out as they were scheduled, over a crash', async () => {
  const { postId, revision } = await save(contentWith([inFrench(await add('Marée basse'))]))
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T12:00' } })
  await engine.restart({ crash: true })
  await engine.until(async () => (await engine.advance(600_000), sent.length > 0))
  expect(sent).toEqual([[{ language: 'fr', fileName: 'quai.fr.srt', cues: [{ startMs: 100, endMs: 900, text: 'Marée basse' }] }]])
})

test('what Bluesky would refuse is not scheduled', async () => {
  const long = await engine.ask('media.addCaptions', { workspaceId, captionsId: engine.random.id(), fileName: 'long.srt', bytes: srt('m'.repeat(20_001)) })
  const { postId, revision } = await save(contentWith([inFrench(long)]))
  expect(await engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })).toMatchObject({ ok: false, error: { code: 'post_has_problems', details: { problem: 'captions_too_large' } } })
  expect(sent).toEqual([])
})
