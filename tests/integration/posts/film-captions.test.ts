import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { NetworkFailure } from '../../../electron/engine/networks/network-failure.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { FilmCaptions } from '../../../shared/captions/film-captions.ts'
import { filmTerms } from '../../support/film-terms.ts'
import { tinyMp4 } from '../../support/tiny-videos.ts'
import { addVideo } from '../support/add-video.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let accountId: string
let filmId: string
let films = 0
/** What the films have there: the same may stand twice. */
const tracks: string[] = []
let calls = 0
let trouble: { readonly failure: NetworkFailure; readonly isDone: boolean } | null = null

function youtube(): NetworkAdapter & { readonly people: ReturnType<typeof createScriptedNetwork>['people'] } {
  const network = createScriptedNetwork('youtube')
  return {
    ...network.adapter,
    people: network.people,
    publisher: {
      publish: async () => ({ ok: true, value: { remoteId: `video-${(films += 1)}`, url: null } }),
      findPublished: async () => ({ ok: true, value: 'none' }),
      async addCaptions(_session, { remoteId, language, cues }) {
        calls += 1
        const now = trouble
        trouble = null
        if (now === null || now.isDone) tracks.push(`${remoteId} ${language} ${cues[0]?.text}`)
        return now === null ? { ok: true, value: null } : { ok: false, failure: now.failure }
      },
      hasCaptions: async (_session, { remoteId, language }) => ({ ok: true, value: tracks.some((track) => track.startsWith(`${remoteId} ${language} `)) })
    }
  }
}

beforeEach(async () => {
  films = 0
  tracks.length = 0
  calls = 0
  trouble = null
  const adapter = youtube()
  engine = await startTestEngine({ adapters: [adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  adapter.people.set('lune', { password: 'p', identity: identityOf('lune') })
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'youtube', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p' })).id
  filmId = await addVideo(engine, workspaceId, await tinyMp4())
})
afterEach(() => engine.stop())

async function captionsIn(language: FilmCaptions['language'], words: string): Promise<FilmCaptions> {
  const file = await engine.ask('media.addCaptions', { workspaceId, captionsId: engine.random.id(), fileName: `quai.${language}.srt`, bytes: new TextEncoder().encode(`1\n00:00:00,100 --> 00:00:00,900\n${words}\n`) })
  return { ...file, language, filmMs: 1000 }
}
async function publish(captions: FilmCaptions[]): Promise<string> {
  const postId = engine.random.id()
  const content = { title: 'Marée', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'La marée' }] }] }, targets: [{ accountId, variant: null, terms: filmTerms }], media: [{ mediaId: filmId, altText: 'Un quai', captions }] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.until(async () => (await engine.advance(1000), (await engine.ask('posts.read', { workspaceId, postId })).post.status === 'published'))
  return postId
}
const followersOf = async (postId: string) => ((await engine.ask('posts.read', { workspaceId, postId })).covers ?? []).filter(({ kind }) => kind === 'add_captions')
const untilAre = (postId: string, states: readonly string[]) => engine.until(async () => (await engine.advance(10_000), JSON.stringify((await followersOf(postId)).map(({ state }) => state)) === JSON.stringify(states)))

test('once the film is out, its subtitles follow, each language by a job of its own, over a crash between the two', async () => {
  const postId = await publish([await captionsIn('fr', 'Marée basse'), await captionsIn('en', 'Low tide')])
  await engine.restart({ crash: true })
  await untilAre(postId, ['published', 'published'])
  expect([films, tracks.toSorted()]).toEqual([1, ['video-1 en Low tide', 'video-1 fr Marée basse']])
})

test('of a call whose answer was lost the network is asked, and subtitles that came are not sent again', async () => {
  trouble = { failure: { kind: 'unknown_outcome', error: studioError('timeout', 'no answer', { retryable: true }) }, isDone: true }
  const postId = await publish([await captionsIn('fr', 'Marée basse')])
  await untilAre(postId, ['published'])
  expect([films, tracks, calls]).toEqual([1, ['video-1 fr Marée basse'], 1])
})

test('a call that was lost and did nothing is made once more, and the film stays as it is', async () => {
  trouble = { failure: { kind: 'unknown_outcome', error: studioError('timeout', 'no answer', { retryable: true }) }, isDone: false }
  const postId = await publish([await captionsIn('fr', 'Marée basse')])
  await engine.restart({ crash: true })
  await untilAre(postId, ['published'])
  expect([films, tracks, calls]).toEqual([1, ['video-1 fr Marée basse'], 2])
})

test('what the network refuses is said at the post, the film is out all the same, and trying again sends no second film', async () => {
  trouble = { failure: { kind: 'rejected', error: studioError('rejected', 'forbidden') }, isDone: false }
  const postId = await publish([await captionsIn('fr', 'Marée basse')])
  await untilAre(postId, ['failed'])
  expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('published')
  const [job] = await followersOf(postId)
  await engine.ask('outbox.decide', { workspaceId, jobId: job!.id, decision: 'try_again' })
  await untilAre(postId, ['published'])
  expect([films, tracks]).toEqual([1, ['video-1 fr Marée basse']])
})

interface There {
  readonly postId: string
  /** The film waits there under this number from the next hand-over on. */
  scheduledId: string
}

/** A film with subtitles, given to a network that publishes by itself, at noon. */
async function waitsThere(): Promise<There> {
  const network = createScriptedNetwork('facebook')
  const there = { postId: '', scheduledId: '900' }
  const dueAt = Date.parse('2026-11-21T11:00Z')
  const waiting = () => ({ kind: 'waiting' as const, scheduledId: there.scheduledId, dueAt, isChanged: false })
  const look = async () => ({ ok: true as const, value: engine.now() < dueAt ? waiting() : { kind: 'published' as const, remoteId: '1_2', url: null } })
  const { publisher } = youtube()
  const adapter: NetworkAdapter = { ...network.adapter, publisher, scheduler: { handOver: async () => ({ ok: true, value: waiting() }), find: look, read: look, move: look, listWaiting: async () => ({ ok: true, value: { posts: [], isComplete: true } }), cancel: async () => ({ ok: true, value: { kind: 'gone' } }) } }
  await engine.stop()
  engine = await startTestEngine({ adapters: [adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  network.people.set('lune', { password: 'p', identity: identityOf('lune') })
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'facebook', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p' })).id
  filmId = await addVideo(engine, workspaceId, await tinyMp4())
  const postId = engine.random.id()
  const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'La marée' }] }] }, targets: [{ accountId, variant: null }], media: [{ mediaId: filmId, altText: 'Un quai', captions: [await captionsIn('fr', 'Marée basse')] }] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T12:00' } })
  await engine.ask('handOver.start', { workspaceId, postId })
  await untilAre(postId, ['published'])
  return Object.assign(there, { postId })
}
const untilOut = (postId: string) => engine.until(async () => (await engine.advance(600_000), (await engine.ask('posts.read', { workspaceId, postId })).post.status === 'published'))

test('a film that its network publishes by itself, under another name then, gets its subtitles while it waits there, and no second time when it is out', async () => {
  const { postId } = await waitsThere()
  expect(tracks).toEqual(['900 fr Marée basse'])
  await untilOut(postId)
  await engine.advance(600_000)
  expect([tracks, calls, (await followersOf(postId)).length]).toEqual([['900 fr Marée basse'], 1, 1])
})

test('a film that was called back and is given there anew is another one, and gets its subtitles too', async () => {
  const there = await waitsThere()
  await engine.ask('handOver.takeBack', { workspaceId, postId: there.postId, afterwards: 'wait_here' })
  await engine.until(async () => (await engine.advance(1000), (await engine.ask('posts.read', { workspaceId, postId: there.postId })).jobs.every(({ handOver }) => handOver === null)))
  there.scheduledId = '901'
  await engine.ask('handOver.start', { workspaceId, postId: there.postId })
  await untilAre(there.postId, ['published', 'published'])
  await untilOut(there.postId)
  await engine.advance(600_000)
  expect([tracks, calls]).toEqual([['900 fr Marée basse', '901 fr Marée basse'], 2])
})

test('a film that was called back and goes out from here gets its subtitles', async () => {
  const there = await waitsThere()
  await engine.ask('handOver.takeBack', { workspaceId, postId: there.postId, afterwards: 'wait_here' })
  await untilOut(there.postId)
  await untilAre(there.postId, ['published', 'published'])
  expect([films, tracks]).toEqual([1, ['900 fr Marée basse', 'video-1 fr Marée basse']])
})
