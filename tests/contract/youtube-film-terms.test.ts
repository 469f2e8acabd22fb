import { expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createYoutubeAdapter } from '../../electron/engine/networks/youtube/youtube-adapter.ts'
import { youtubeApiUrl, youtubeLoginUrl, youtubeTokenUrl } from '../../electron/engine/networks/youtube/youtube-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import type { FilmTerms, PostTerms } from '../../shared/posts/post-terms.ts'
import { createSession, draftOf, failureKind, valueOf, videoOf } from '../support/adapter-session.ts'
import { filmTerms } from '../support/film-terms.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { loadYoutubeDescription } from './descriptions/youtube-description.ts'
import { createFakeYoutube, fakeChannelId } from './fake-youtube.ts'
import { fakePlaylistId } from './fake-youtube-playlists.ts'
import { riddles, startHostileServer, unknownFields, type Fault } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const refusal = (status: number, reason: string): Fault => ({
  name: reason, isDone: false,
  spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { code: status, message: 'because', errors: [{ message: 'because', domain: 'youtube', reason }] } }))
})
const says = (json: unknown): Fault => ({ name: 'another shape', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json)) })
const film = (terms?: PostTerms) => draftOf('Voir le phare', { title: 'Le phare', media: [videoOf('phare.mp4', 1024)], ...(terms === undefined ? {} : { terms }) })
const termsWith = (audience: PostTerms['audience'], more: Partial<FilmTerms> = {}): PostTerms => ({ ...filmTerms, audience, film: { ...filmTerms.film!, ...more } })

async function channel() {
  const network = createFakeYoutube()
  const server = await startHostileServer(network)
  const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  const ledger = createRequestLedger()
  onTestFinished(async () => {
    http.close()
    await server.stop()
    if (hasSharedFolder) expect(ledger.complaints(loadYoutubeDescription())).toEqual([])
  })
  const clock = { now: () => Date.now(), after: () => () => undefined }
  const impatient = ledger.watch({ send: (request) => http.send({ ...request, timeout: 300 }) })
  const adapter = createYoutubeAdapter({ http: impatient, clock, random: systemRandom, apiUrl: youtubeApiUrl, loginUrl: youtubeLoginUrl, tokenUrl: youtubeTokenUrl, partBytes: 1024 })
  const identity = { handle: '@atelier', displayName: 'Atelier', serverUrl: server.url, remoteId: fakeChannelId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const session = createSession('youtube', identity, writeOAuthSecret({ clientId: '4711', accessToken: 'top-secret-access', refreshToken: null, accessEndsAt: null, renewableUntil: null }))
  const began = () => server.requests.findLast(({ method, path }) => method === 'POST' && path === '/upload/youtube/v3/videos')
  return { network, server, adapter, session, began }
}

it('a film goes out as a person said: for whom it is made, who sees it, its category, and who is told', async () => {
  const { network, adapter: { publisher }, session, began } = await channel()
  const { remoteId, pending } = valueOf(await publisher.publish(session, film(termsWith('with_link', { madeForKids: true, category: { id: '27', name: 'Education' }, notifies: false })), intent))
  expect([pending, network.videos()]).toEqual([undefined, ['unlisted processed 1024']])
  expect(began()?.json).toMatchObject({ snippet: { categoryId: '27' }, status: { privacyStatus: 'unlisted', selfDeclaredMadeForKids: true } })
  expect(began()?.query.get('notifySubscribers')).toBe('false')
  expect(valueOf(await publisher.findPublished(session, film(termsWith('with_link')), { ...intent, sentAt: 0 }))).toMatchObject({ remoteId })
  // Scheduled before it was asked: the channel's own setting.
  valueOf(await publisher.publish(session, film(), { ...intent, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12' }))
  expect([began()?.json['status'], began()?.query.has('notifySubscribers')]).toEqual([{ privacyStatus: 'public' }, false])
})

it('what AI made is labelled where a person said so, and the label outlives a change of the time', async () => {
  const { adapter: { publisher, scheduler }, session, server, began } = await channel()
  valueOf(await publisher.publish(session, film(termsWith('everyone')), intent))
  expect(began()?.json['status']).not.toHaveProperty('containsSyntheticMedia')
  const labelled = film({ ...termsWith('everyone'), isMadeWithAi: true })
  const dueAt = Math.floor(Date.now() / 1000) * 1000 + 86_400_000
  const there = valueOf(await scheduler!.handOver(session, labelled, { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f14', dueAt }))
  expect(began()?.json['status']).toMatchObject({ containsSyntheticMedia: true })
  if (there.kind !== 'waiting') throw new Error(there.kind)
  valueOf(await scheduler!.move(session, labelled, there, dueAt + 86_400_000))
  expect(server.requests.findLast(({ method, path }) => method === 'PUT' && path === '/youtube/v3/videos')?.json['status']).toMatchObject({ containsSyntheticMedia: true })
})

it('one for the channel alone is there when YouTube has it, and one for everybody that YouTube locks is still the person’s', async () => {
  const { network, adapter: { publisher, scheduler }, session, server } = await channel()
  const own = valueOf(await publisher.publish(session, film(termsWith('only_me')), intent))
  expect(own.pending).toBeUndefined()
  expect(valueOf(await publisher.resume!(session, film(termsWith('only_me')), own.remoteId))).toEqual(own)
  network.isLocked = true
  const locked = valueOf(await publisher.publish(session, film(filmTerms), { ...intent, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12' }))
  expect(locked.pending?.waitsForPerson).toBe(true)
  network.isLocked = false
  // Its time would show it to everybody.
  const before = server.requests.length
  for (const audience of ['with_link', 'only_me'] as const) {
    const refused = await scheduler!.handOver(session, film(termsWith(audience)), { idempotencyKey: intent.idempotencyKey, dueAt: Date.now() + 86_400_000 })
    expect(refused.ok ? null : refused.failure.error.details?.['reason']).toBe('not_for_everybody')
  }
  expect(server.requests).toHaveLength(before)
  valueOf(await scheduler!.handOver(session, film(filmTerms), { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f13', dueAt: Math.floor(Date.now() / 1000) * 1000 + 86_400_000 }))
  expect(network.waiting?.()).toEqual(['Le phare'])
})

it('a film of which nobody said whether it is made for children is not handed over: it was planned while nobody looked', async () => {
  const { adapter: { publisher, scheduler }, session, server } = await channel()
  const unsaid = film(termsWith('everyone', { madeForKids: null }))
  for (const refused of [await publisher.publish(session, unsaid, intent), await scheduler!.handOver(session, unsaid, { idempotencyKey: intent.idempotencyKey, dueAt: Date.now() + 86_400_000 })]) {
    expect(refused.ok ? null : [refused.failure.kind, refused.failure.error.details?.['reason']]).toEqual(['rejected', 'kids_unsaid'])
  }
  expect(server.requests).toEqual([])
})

it('what a channel may choose from: the categories of its country that films are given, and all of its playlists', async () => {
  const { network, adapter: { readTerms }, session, server } = await channel()
  network.morePlaylists = 60
  const offer = valueOf(await readTerms!(session))
  expect(offer).toMatchObject({ nickname: 'Atelier', audiences: ['everyone', 'with_link', 'only_me'], film: { categories: [{ id: '19', name: 'Travel & Events' }, { id: '27', name: 'Education' }] } })
  expect([offer.film?.playlists.length, offer.film?.playlists[0]]).toEqual([61, { id: fakePlaylistId, name: 'Les phares' }])
  // YouTube has no pages of its own for every country.
  network.country = 'BJ'
  expect(valueOf(await readTerms!(session)).film?.categories).toEqual([{ id: '29', name: 'Nonprofits & Activism' }])
  network.country = 'FR'
  network.morePlaylists = 900
  expect(valueOf(await readTerms!(session)).film?.playlists).toHaveLength(200)
  network.morePlaylists = 0
  // A channel without any, and one whose list names a page after nothing.
  server.spoil(({ path }) => path === '/youtube/v3/playlists', refusal(404, 'playlistNotFound'), 1)
  expect(valueOf(await readTerms!(session)).film?.playlists).toEqual([])
  server.spoil(({ path }) => path === '/youtube/v3/playlists', says({ kind: 'youtube#list', items: [], nextPageToken: 'P1' }))
  expect(valueOf(await readTerms!(session)).film?.playlists).toEqual([])
  for (const fault of riddles(false)) {
    for (const path of ['/youtube/v3/playlists', '/youtube/v3/videoCategories']) {
      server.spoil((request) => request.path === path, fault)
      expect([fault.name, (await readTerms!(session)).ok]).toEqual([fault.name, false])
    }
  }
}, 30_000)

it('a film goes into its playlist once, whoever put it there and whatever became of the answer', async () => {
  const { network, adapter: { publisher }, session, server } = await channel()
  const { remoteId } = valueOf(await publisher.publish(session, film(filmTerms), intent))
  const target = { remoteId, listId: fakePlaylistId }
  const add = () => publisher.addToList!(session, target)
  expect(valueOf(await publisher.isInList!(session, target))).toBe(false)
  const isInsert = ({ method, path }: { method: string; path: string }): boolean => method === 'POST' && path === '/youtube/v3/playlistItems'
  // The answer is lost, the entry is there: looked for, it is found, and asked again, nothing is written.
  for (const fault of riddles(true)) {
    network.clearPlaylist()
    server.spoil(isInsert, fault, 1)
    expect([fault.name, failureKind(await add())]).toEqual([fault.name, expect.stringMatching(/unknown_outcome|bug|server_error/)])
    expect([valueOf(await publisher.isInList!(session, target)), valueOf(await add()), network.inPlaylist()]).toEqual([true, null, [remoteId]])
  }
  server.spoil(isInsert, unknownFields, 1)
  network.clearPlaylist()
  valueOf(await add())
  // A look that says nothing writes nothing.
  const inserts = () => server.requests.filter(isInsert).length
  const before = inserts()
  for (const fault of riddles(false)) {
    server.spoil(({ method, path }) => method === 'GET' && path === '/youtube/v3/playlistItems', fault, 1)
    const failed = await add()
    expect([fault.name, failed.ok ? 'ok' : failed.failure.kind]).toEqual([fault.name, expect.stringMatching(/not_sent|server_error|rejected/)])
  }
  server.spoil(({ method, path }) => method === 'GET' && path === '/youtube/v3/playlistItems', says({ kind: 'youtube#list', items: [{ snippet: {} }] }), 1)
  expect([failureKind(await add()), inserts()]).toEqual(['server_error', before])
}, 30_000)

it('says what YouTube has against a playlist; a film that it has only just taken is tried again', async () => {
  const { network, adapter: { publisher }, session, server } = await channel()
  const { remoteId } = valueOf(await publisher.publish(session, film(filmTerms), intent))
  const add = (listId = fakePlaylistId) => publisher.addToList!(session, { remoteId, listId })
  for (const [status, name, kind, reason] of [[404, 'playlistNotFound', 'rejected', 'playlist_gone'], [403, 'playlistContainsMaximumNumberOfVideos', 'rejected', 'playlist_full'], [403, 'playlistItemsNotAccessible', 'rejected', 'playlist_not_ours'], [404, 'videoNotFound', 'server_error', 'gone']] as const) {
    server.spoil(({ method, path }) => method === 'POST' && path === '/youtube/v3/playlistItems', refusal(status, name), 1)
    const failed = await add()
    expect([failureKind(failed), failed.ok ? null : failed.failure.error.details?.['reason']]).toEqual([kind, reason])
  }
  const gone = await add('PLgone')
  expect(gone.ok ? null : gone.failure.error.details?.['reason']).toBe('playlist_gone')
  const before = server.requests.length
  for (const target of [{ remoteId: '../videos', listId: fakePlaylistId }, { remoteId, listId: 'a b&c' }]) expect(failureKind(await publisher.addToList!(session, target))).toBe('rejected')
  expect([server.requests.length, network.inPlaylist()]).toEqual([before, []])
})
