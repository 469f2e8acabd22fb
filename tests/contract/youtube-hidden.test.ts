import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createYoutubeAdapter } from '../../electron/engine/networks/youtube/youtube-adapter.ts'
import { youtubeApiUrl, youtubeLoginUrl, youtubeTokenUrl } from '../../electron/engine/networks/youtube/youtube-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, valueOf, videoOf } from '../support/adapter-session.ts'
import { createFakeYoutube, fakeChannelId, type FakeYoutube } from './fake-youtube.ts'
import type { FakeRequest } from './fake-network.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const part = 1024
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const identity = { handle: '@atelier', displayName: 'Atelier', remoteId: fakeChannelId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
const day = 86_400_000
const film = (parts: number): Draft => draftOf('Voir le phare', { title: 'Le phare', media: [videoOf('phare.mp4', parts * part)] })
const saying = (json: object): Fault => ({ name: 'says', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ kind: 'youtube#list', ...json })) })

describe('a video that YouTube does not show', () => {
  let network: FakeYoutube
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let later = 0
  const startAnew = (): void => {
    adapter = createYoutubeAdapter({ http, clock: { now: () => Date.now() + later, after: () => () => undefined }, random: systemRandom, apiUrl: youtubeApiUrl, loginUrl: youtubeLoginUrl, tokenUrl: youtubeTokenUrl, partBytes: part })
  }

  beforeEach(async () => {
    later = 0
    network = createFakeYoutube()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    startAnew()
    session = createSession('youtube', { ...identity, serverUrl: server.url }, writeOAuthSecret({ clientId: '4711', accessToken: 'top-secret-access', refreshToken: null, accessEndsAt: null, renewableUntil: null }))
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  it('does not call a video gone that one answer leaves out: only where the channel’s list, to its end, does not hold it either', async () => {
    network.isProcessing = true
    const { remoteId } = valueOf(await adapter.publisher.publish(session, film(4), intent))
    const resume = () => adapter.publisher.resume!(session, film(4), remoteId)
    const isVideos = ({ path }: FakeRequest): boolean => path.endsWith('/videos')
    server.spoil(isVideos, saying({ items: [] }))
    expect(failureKind(await resume())).toBe('server_error')
    const isEither = (request: FakeRequest): boolean => isVideos(request) || request.path.endsWith('/playlistItems')
    server.spoil(isEither, saying({ items: [], nextPageToken: 'P1' }))
    expect(failureKind(await resume())).toBe('server_error')
    server.spoil(isEither, saying({ items: [] }))
    expect(await resume()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'gone' } } } })
  })

  it('looks again for what waits there when an alike video does not say what it is', async () => {
    const dueAt = Math.floor((Date.now() + day) / 1000) * 1000
    const there = valueOf(await adapter.scheduler!.handOver(session, film(2), { idempotencyKey: 'one', dueAt }))
    if (there.kind !== 'waiting') throw new Error(there.kind)
    startAnew()
    later = 90_000
    const look = (more: object = {}) => adapter.scheduler!.find(session, film(2), { idempotencyKey: 'one', dueAt, sentAt: Date.now(), ...more })
    for (const items of [[{ id: there.scheduledId }], []]) {
      server.spoil((request) => network.isLook!(request, there.scheduledId), saying({ items }))
      expect(valueOf(await look())).toEqual({ kind: 'cannot_tell' })
      expect(valueOf(await look({ isAnothersThere: () => true }))).toEqual({ kind: 'gone' })
    }
  })

  it('takes neither a list that it does not understand, nor a video that is hidden from it, for a proof that nothing is there', async () => {
    const there = valueOf(await adapter.scheduler!.handOver(session, film(2), { idempotencyKey: 'key', dueAt: Date.now() + day }))
    if (there.kind !== 'waiting') throw new Error(there.kind)
    server.spoil((request) => network.isLook!(request, there.scheduledId), saying({ kind: 'youtube#videoListResponse', items: [] }))
    expect(valueOf(await adapter.scheduler!.read(session, film(2), there))).toEqual({ kind: 'cannot_tell' })
    server.spoil(({ path }) => path.endsWith('/playlistItems'), saying({ kind: 'youtube#playlistItemListResponse', items: [{ id: 'x', snippet: { title: 'Le phare' } }] }))
    expect(failureKind(await adapter.publisher.findPublished(session, film(4), { ...intent, sentAt: Date.now() }))).toBe('bug')
  })
})
