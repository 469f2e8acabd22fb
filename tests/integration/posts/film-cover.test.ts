import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../../electron/engine/networks/network-session.ts'
import type { NetworkFailure } from '../../../electron/engine/networks/network-failure.ts'
import type { MediaToSend } from '../../../electron/engine/networks/network-media.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { coverBytes } from '../../../shared/media/film-cover.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { filmTerms } from '../../support/film-terms.ts'
import { tinyJpeg } from '../../support/tiny-images.ts'
import { tinyMp4 } from '../../support/tiny-videos.ts'
import { addVideo } from '../support/add-video.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let accountId: string
const published: string[] = []
const covers: string[] = []
let refusal: NetworkFailure | null = null

/** A network that takes films, and covers by a call of its own where the capabilities say so. */
function adapterOf(networkId: NetworkId): NetworkAdapter & { readonly people: ReturnType<typeof createScriptedNetwork>['people'] } {
  const network = createScriptedNetwork(networkId)
  const told = async ({ read, mediaType }: MediaToSend): Promise<string> => `${mediaType} ${(await read()).byteLength <= coverBytes ? 'small' : 'large'}`
  return {
    ...network.adapter,
    capabilities: { ...network.adapter.capabilities, acts: { ...network.adapter.capabilities.acts, delete: 'yes' } },
    people: network.people,
    publisher: {
      async publish(_session: AccountSession, { media: [sent] }) {
        published.push(sent?.cover === undefined ? 'no cover' : `${await told(sent.cover.picture)} ${sent.cover.atMs ?? 'picture'}`)
        return { ok: true, value: { remoteId: `video-${published.length}`, url: null } }
      },
      findPublished: async () => ({ ok: true, value: 'none' }),
      act: async () => ({ ok: true, value: null }),
      async setCover(_session, { remoteId, picture }) {
        covers.push(`${remoteId} ${await told(picture)}`)
        return refusal === null ? { ok: true, value: null } : { ok: false, failure: refusal }
      }
    }
  }
}

async function connect(networkId: NetworkId): Promise<void> {
  const adapter = adapterOf(networkId)
  engine = await startTestEngine({ adapters: [adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  adapter.people.set('lune', { password: 'p', identity: identityOf('lune') })
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p' })).id
}

async function film(atMs: number | null = null): Promise<{ readonly content: PostContent; readonly filmId: string; readonly pictureId: string }> {
  const filmId = await addVideo(engine, workspaceId, await tinyMp4())
  const pictureId = engine.random.id()
  await engine.ask('media.add', { workspaceId, mediaId: pictureId, fileName: 'noon.jpg', bytes: Uint8Array.from(tinyJpeg(1280, 720)) })
  const content = {
    title: 'Marée', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'La marée' }] }] },
    targets: [{ accountId, variant: null, terms: filmTerms }], media: [{ mediaId: filmId, altText: 'Un quai', cover: { mediaId: pictureId, atMs } }]
  }
  return { content, filmId, pictureId }
}

async function publish(content: PostContent): Promise<string> {
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.until(async () => (await engine.advance(1000), (await engine.ask('posts.read', { workspaceId, postId })).post.status === 'published'))
  return postId
}

const coverOf = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).covers?.[0]

beforeEach(() => {
  published.length = 0
  covers.length = 0
  refusal = null
})
afterEach(() => engine.stop())

test('a cover stays with its film over a crash, in versions and copies, and its picture is not removed while the post needs it', async () => {
  await connect('youtube')
  const { content, pictureId } = await film(1200)
  const postId = engine.random.id()
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.restart({ crash: true })
  const { post } = await engine.ask('posts.read', { workspaceId, postId })
  expect(post.media).toEqual(content.media)
  const copyId = engine.random.id()
  expect((await engine.ask('posts.copy', { workspaceId, postId, newPostId: copyId })).post.media).toEqual(content.media)
  expect(await engine.ask('library.remove', { workspaceId, mediaIds: [pictureId] })).toEqual({ removed: [], inUse: [pictureId] })
  const { pictures } = await engine.ask('media.library', { workspaceId, query: 'noon' })
  expect(pictures.map(({ item, useCount }) => [item.fileName, useCount])).toEqual([['noon.jpg', 2]])
  expect(await engine.request('posts.saveDraft', { workspaceId, postId: engine.random.id(), revision: 0, content: { ...content, media: [{ ...content.media[0]!, cover: { mediaId: engine.random.id(), atMs: null } }] } })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

test('where the network takes it with the film, it goes with it', async () => {
  await connect('facebook')
  const postId = await publish((await film(700)).content)
  expect(published).toEqual(['image/jpeg small 700'])
  expect([covers, await coverOf(postId)]).toEqual([[], undefined])
})

test('where the network takes none, nothing is sent of it', async () => {
  await connect('bluesky')
  await publish((await film()).content)
  expect([published, covers]).toEqual([['no cover'], []])
})

test('a cover that is refused leaves the film as it is, out and never sent again; tried again, it is set', async () => {
  await connect('youtube')
  refusal = { kind: 'rejected', error: studioError('rejected', 'forbidden', { details: { reason: 'cover_not_allowed' } }) }
  const postId = await publish((await film()).content)
  await engine.until(async () => (await engine.advance(1000), (await coverOf(postId))?.state === 'failed'))
  const job = (await coverOf(postId))!
  expect(job).toMatchObject({ kind: 'set_cover', postId, failure: { code: 'rejected', details: { reason: 'cover_not_allowed' } } })
  expect([published, covers]).toEqual([['no cover'], ['video-1 image/jpeg small']])
  expect(engine.events.flatMap(({ name, payload }) => (name === 'alert.raised' ? [payload] : []))).toMatchObject([{ kind: 'change_asks' }])
  // The post is out, can be copied, and needs nothing; the outbox asks about the cover alone.
  expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('published')
  expect((await engine.ask('outbox.list', { workspaceId, view: 'open', limit: 10 })).jobs.map(({ id }) => id)).toEqual([job.id])

  refusal = null
  await engine.restart({ crash: true })
  await engine.ask('outbox.decide', { workspaceId, jobId: job.id, decision: 'try_again' })
  await engine.until(async () => (await engine.advance(1000), (await coverOf(postId))?.state === 'published'))
  expect([published, covers]).toEqual([['no cover'], ['video-1 image/jpeg small', 'video-1 image/jpeg small']])
})

test('a cover whose answer was lost is set again without asking: the same again changes nothing', async () => {
  await connect('youtube')
  refusal = { kind: 'unknown_outcome', error: studioError('timeout', 'no answer', { retryable: true }) }
  const postId = await publish((await film()).content)
  await engine.until(async () => (await engine.advance(1000), covers.length === 1))
  refusal = null
  await engine.until(async () => (await engine.advance(60_000), (await coverOf(postId))?.state === 'published'))
  expect(published).toHaveLength(1)
})

test('a cover that a hold kept is decided about by itself, with the other decisions of its client', async () => {
  await connect('youtube')
  const { content } = await film()
  refusal = { kind: 'server_error', error: studioError('server_error', 'later', { retryable: true }) }
  const postId = await publish(content)
  await engine.until(async () => (await engine.advance(1000), covers.length > 0))
  await engine.ask('safety.hold', { workspaceId, reason: '' })
  await engine.until(async () => (await engine.advance(60_000), (await coverOf(postId))?.state === 'held'))
  refusal = null
  await engine.ask('safety.lift', { workspaceId })
  const { id: jobId } = (await coverOf(postId))!
  const sentBefore = covers.length
  await engine.ask('safety.decideHeld', { workspaceId, decisions: [{ subject: { kind: 'job', jobId }, fate: { kind: 'publish_now' } }] })
  await engine.until(async () => (await engine.advance(1000), (await coverOf(postId))?.state === 'published'))
  expect([published.length, covers.length]).toEqual([1, sentBefore + 1])
})

test.each(['deleted by Vigie', 'said to be gone'] as const)('the cover of a film that is %s asks no more', async (how) => {
  await connect('youtube')
  refusal = { kind: 'rejected', error: studioError('rejected', 'forbidden', { details: { reason: 'cover_not_allowed' } }) }
  const postId = await publish((await film()).content)
  await engine.until(async () => (await engine.advance(1000), (await coverOf(postId))?.state === 'failed'))
  if (how === 'deleted by Vigie') await engine.ask('published.remove', { workspaceId, postId, accountIds: [accountId] })
  else await engine.ask('published.markRemoved', { workspaceId, jobId: (await engine.ask('posts.read', { workspaceId, postId })).jobs[0]!.id })
  await engine.until(async () => (await engine.advance(10_000), (await coverOf(postId))?.state === 'cancelled'))
  expect(await coverOf(postId)).toMatchObject({ state: 'cancelled', cancelReason: 'film_gone' })
  expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('removed')
  expect((await engine.ask('outbox.list', { workspaceId, view: 'open', limit: 10 })).jobs).toEqual([])
})
