import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { NetworkFailure } from '../../../electron/engine/networks/network-failure.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { FilmTerms, PostTerms, TermsOffer } from '../../../shared/posts/post-terms.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { filmTerms } from '../../support/film-terms.ts'
import { tinyMp4 } from '../../support/tiny-videos.ts'
import { addVideo } from '../support/add-video.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let accountId: string
let filmId: string
const published: (PostTerms | undefined)[] = []
/** What stands in the lists there, each entry by itself: the same film may stand twice. */
const listed: string[] = []
let calls = 0
let trouble: { readonly failure: NetworkFailure; readonly isDone: boolean } | null = null

const offer: TermsOffer = { nickname: 'Lune', audiences: ['everyone', 'with_link', 'only_me'], closed: [], longestFilmMs: null, film: { categories: [{ id: '27', name: 'Education' }], playlists: [{ id: 'PL1', name: 'Les phares' }] } }
const into = (playlist: FilmTerms['playlist'], more: Partial<PostTerms> = {}): PostTerms => ({ ...filmTerms, film: { ...filmTerms.film!, playlist }, ...more })
const phares = { id: 'PL1', name: 'Les phares' }

function youtube(): NetworkAdapter & { readonly people: ReturnType<typeof createScriptedNetwork>['people'] } {
  const network = createScriptedNetwork('youtube')
  return {
    ...network.adapter,
    capabilities: { ...network.adapter.capabilities, acts: { ...network.adapter.capabilities.acts, delete: 'yes' } },
    people: network.people,
    readTerms: async () => ({ ok: true, value: offer }),
    publisher: {
      async publish(_session, { terms }) {
        published.push(terms)
        return { ok: true, value: { remoteId: `video-${published.length}`, url: null } }
      },
      findPublished: async () => ({ ok: true, value: 'none' }),
      act: async () => ({ ok: true, value: null }),
      async addToList(_session, { remoteId, listId }) {
        calls += 1
        const now = trouble
        trouble = null
        if (now === null || now.isDone) listed.push(`${listId} ${remoteId}`)
        return now === null ? { ok: true, value: null } : { ok: false, failure: now.failure }
      },
      isInList: async (_session, { remoteId, listId }) => ({ ok: true, value: listed.includes(`${listId} ${remoteId}`) })
    }
  }
}

beforeEach(async () => {
  published.length = 0
  listed.length = 0
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

let written = 0
const contentWith = (terms?: PostTerms, more: Partial<PostContent> = {}): PostContent => ({
  title: 'Marée', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `La marée ${(written += 1)}` }] }] },
  targets: [{ accountId, variant: null, ...(terms === undefined ? {} : { terms }) }], media: [{ mediaId: filmId, altText: 'Un quai' }], ...more
})
async function save(content: PostContent): Promise<{ readonly postId: string; readonly revision: number }> {
  const postId = engine.random.id()
  return { postId, revision: (await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })).revision }
}
async function publish(terms: PostTerms): Promise<string> {
  const { postId, revision } = await save(contentWith(terms))
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.until(async () => (await engine.advance(1000), (await engine.ask('posts.read', { workspaceId, postId })).post.status === 'published'))
  return postId
}
const listOf = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).covers?.find(({ kind }) => kind === 'add_to_list')
const untilListIs = (postId: string, state: string) => engine.until(async () => (await engine.advance(10_000), (await listOf(postId))?.state === state))

test('nothing of a film is scheduled before a person said whether it is made for children, and their answer is kept over a crash and in a copy', async () => {
  const open = await save(contentWith())
  for (const terms of [undefined, into(null, { film: { ...filmTerms.film!, madeForKids: null } })]) {
    const { postId, revision } = await save(contentWith(terms))
    expect(await engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })).toMatchObject({ ok: false })
    expect((await engine.ask('posts.read', { workspaceId, postId })).jobs).toEqual([])
  }
  const terms = into(phares, { audience: 'with_link', film: { ...filmTerms.film!, madeForKids: true, playlist: phares, category: { id: '27', name: 'Education' }, notifies: false } })
  await engine.ask('posts.saveDraft', { workspaceId, postId: open.postId, revision: open.revision, content: contentWith(terms) })
  await engine.restart({ crash: true })
  const termsOf = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.terms
  expect(await termsOf(open.postId)).toEqual(terms)
  const newPostId = engine.random.id()
  await engine.ask('posts.copy', { workspaceId, postId: open.postId, newPostId })
  expect(await termsOf(newPostId)).toEqual(terms)
  // What follows later edits of the post does not reach what was scheduled.
  const { post } = await engine.ask('posts.read', { workspaceId, postId: open.postId })
  await engine.ask('posts.schedule', { workspaceId, postId: open.postId, revision: post.revision, when: { kind: 'now' } })
  await engine.until(async () => (await engine.advance(1000), published.length > 0))
  expect(published).toEqual([terms])
})

test('below a film made for children, and one for the account alone, no first comment is scheduled', async () => {
  const comment = { id: engine.random.id(), document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Premier' }] }] }, variants: [], media: [], isComment: true as const }
  for (const [terms, isTaken] of [[into(null, { film: { ...filmTerms.film!, madeForKids: true } }), false], [into(null, { audience: 'only_me' }), false], [into(null), true]] as const) {
    const { postId, revision } = await save(contentWith(terms, { moreParts: [{ ...comment, id: engine.random.id() }] }))
    expect((await engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2099-01-01T10:00' } })).ok).toBe(isTaken)
  }
})

test('a film that is out goes into its playlist by a job of its own, and one without a playlist into none', async () => {
  const postId = await publish(into(phares))
  await untilListIs(postId, 'published')
  expect([listed, calls]).toEqual([['PL1 video-1'], 1])
  const other = await publish(into(null))
  await engine.advance(60_000)
  expect([await listOf(other), calls]).toEqual([undefined, 1])
})

test.each([['is there', true], ['is not there', false]] as const)('a playlist whose answer was lost is looked through before anything else: the film %s', async (_name, isDone) => {
  trouble = { failure: { kind: 'unknown_outcome', error: studioError('timeout', 'no answer', { retryable: true }) }, isDone }
  const postId = await publish(into(phares))
  await untilListIs(postId, 'published')
  expect([listed, calls, published.length]).toEqual([['PL1 video-1'], isDone ? 1 : 2, 1])
})

test('killed on the way into the playlist, it is looked for after the start, and stands there once', async () => {
  trouble = { failure: { kind: 'unknown_outcome', error: studioError('timeout', 'no answer', { retryable: true }) }, isDone: true }
  const postId = await publish(into(phares))
  await engine.until(async () => (await engine.advance(1000), calls === 1))
  await engine.restart({ crash: true })
  await untilListIs(postId, 'published')
  expect([listed, calls, published.length]).toEqual([['PL1 video-1'], 1, 1])
})

test('a playlist that is gone leaves the film as it is: somebody tries again, or drops it', async () => {
  trouble = { failure: { kind: 'rejected', error: studioError('rejected', 'gone', { details: { reason: 'playlist_gone' } }) }, isDone: false }
  const postId = await publish(into(phares))
  await untilListIs(postId, 'failed')
  const job = (await listOf(postId))!
  expect(job).toMatchObject({ failure: { details: { reason: 'playlist_gone' } } })
  expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('published')
  await engine.ask('outbox.decide', { workspaceId, jobId: job.id, decision: 'try_again' })
  await untilListIs(postId, 'published')
  expect([listed, published.length]).toEqual([['PL1 video-1'], 1])
})

test('a film that not everybody may see is never given to the network’s own schedule', async () => {
  for (const [terms, isTaken] of [[into(null, { audience: 'with_link' }), false], [into(null, { audience: 'only_me' }), false], [into(null), true]] as const) {
    const { postId, revision } = await save(contentWith(terms))
    const localDateTime = new Date(engine.now() + 3 * 86_400_000).toISOString().slice(0, 16)
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
    expect((await engine.request('handOver.start', { workspaceId, postId })).ok).toBe(isTaken)
    expect((await engine.ask('posts.read', { workspaceId, postId })).jobs[0]?.forFew).toBe(isTaken ? undefined : true)
  }
})

test('a film that is deleted goes into no playlist any more, and nobody is asked about it', async () => {
  trouble = { failure: { kind: 'rejected', error: studioError('rejected', 'full', { details: { reason: 'playlist_full' } }) }, isDone: false }
  const postId = await publish(into(phares))
  await untilListIs(postId, 'failed')
  await engine.ask('published.remove', { workspaceId, postId, accountIds: [accountId] })
  await untilListIs(postId, 'cancelled')
  expect(await listOf(postId)).toMatchObject({ cancelReason: 'film_gone' })
  expect([listed, (await engine.ask('outbox.list', { workspaceId, view: 'open', limit: 10 })).jobs]).toEqual([[], []])
})
