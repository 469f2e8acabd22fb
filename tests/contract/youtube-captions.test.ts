import { expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createYoutubeAdapter } from '../../electron/engine/networks/youtube/youtube-adapter.ts'
import { youtubeApiUrl, youtubeLoginUrl, youtubeTokenUrl } from '../../electron/engine/networks/youtube/youtube-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, valueOf, videoOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { loadYoutubeDescription } from './descriptions/youtube-description.ts'
import { createFakeYoutube, fakeChannelId } from './fake-youtube.ts'
import { startHostileServer, type Fault } from './hostile-server.ts'

const refusal = (status: number, reason: string): Fault => ({
  name: reason, isDone: false,
  spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { code: status, message: 'because', errors: [{ message: 'because', domain: 'youtube', reason }] } }))
})

async function publishFilm() {
  const network = createFakeYoutube()
  const server = await startHostileServer(network)
  const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  onTestFinished(async () => {
    http.close()
    await server.stop()
  })
  const ledger = createRequestLedger()
  const clock = { now: () => Date.now(), after: () => () => undefined }
  const { publisher, readBack } = createYoutubeAdapter({ http: ledger.watch(http), clock, random: systemRandom, apiUrl: youtubeApiUrl, loginUrl: youtubeLoginUrl, tokenUrl: youtubeTokenUrl, partBytes: 1024 })
  const identity = { handle: '@atelier', displayName: 'Atelier', serverUrl: server.url, remoteId: fakeChannelId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const session = createSession('youtube', identity, writeOAuthSecret({ clientId: '4711', accessToken: 'top-secret-access', refreshToken: null, accessEndsAt: null, renewableUntil: null }))
  const { remoteId } = valueOf(await publisher.publish(session, draftOf('Voir #Phare #mer', { title: 'Le phare', media: [videoOf('phare.mp4', 1024)] }), { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }))
  return { network, server, ledger, publisher, readBack: readBack!, session, remoteId }
}

const captions = { language: 'fr' as const, cues: [{ startMs: 1000, endMs: 2500, text: 'Marée basse' }] }
const words = 'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nMarée basse\n'

it('YouTube is given subtitles by calls of their own, once for each language, and its own from what is heard are none', async () => {
  const { network, server, ledger, publisher, session, remoteId } = await publishFilm()
  expect(valueOf(await publisher.hasCaptions!(session, { remoteId, language: 'fr' }))).toBe(false)
  valueOf(await publisher.addCaptions!(session, { remoteId, ...captions }))
  valueOf(await publisher.addCaptions!(session, { remoteId, ...captions }))
  expect(network.captions()).toEqual([`${remoteId} fr français ${words}`])
  expect(valueOf(await publisher.hasCaptions!(session, { remoteId, language: 'fr' }))).toBe(true)
  valueOf(await publisher.addCaptions!(session, { remoteId, ...captions, language: 'pt-BR' }))
  expect(network.captions()).toHaveLength(2)
  const begun = server.requests.find(({ method, path }) => method === 'POST' && path.endsWith('/captions'))
  expect([begun?.json, begun?.headers['x-upload-content-type'], begun?.headers['x-upload-content-length'], begun?.query.get('uploadType')]).toEqual([{ snippet: { videoId: remoteId, language: 'fr', name: 'français', isDraft: false } }, 'application/octet-stream', String(new TextEncoder().encode(words).byteLength), 'resumable'])
  expect(network.videos()).toEqual(['public processed 1024'])
  expect(failureKind(await publisher.addCaptions!(session, { remoteId: '../videos', ...captions }))).toBe('rejected')
  if (!hasSharedFolder) return
  expect(ledger.complaints(loadYoutubeDescription())).toEqual([])
  console.log(ledger.report('YouTube, subtitles', loadYoutubeDescription()))
})

it.each([['begun', 'POST', 'server_error'], ['handed over', 'PUT', 'unknown_outcome']] as const)('subtitles that YouTube loses while they are %s are not taken for there, and come once', async (_step, method, kind) => {
  const { network, server, publisher, session, remoteId } = await publishFilm()
  server.spoil((request) => request.method === method && request.path.endsWith('/captions'), { name: 'cut', isDone: false, spoil: (response) => void response.destroy() }, 1)
  const first = await publisher.addCaptions!(session, { remoteId, ...captions })
  expect(first.ok).toBe(false)
  if (method === 'PUT') expect(failureKind(first)).toBe(kind)
  expect(valueOf(await publisher.hasCaptions!(session, { remoteId, language: 'fr' }))).toBe(false)
  valueOf(await publisher.addCaptions!(session, { remoteId, ...captions }))
  expect([network.captions(), network.videos()]).toEqual([[`${remoteId} fr français ${words}`], ['public processed 1024']])
})

it.each(['POST', 'PUT'])('subtitles that YouTube says are there already (at %s) are there', async (method) => {
  const { network, server, publisher, session, remoteId } = await publishFilm()
  server.spoil((request) => request.method === method && request.path.endsWith('/captions'), refusal(409, 'captionExists'), 1)
  valueOf(await publisher.addCaptions!(session, { remoteId, ...captions }))
  expect(network.captions()).toEqual([])
})

it.each([[404, 'videoNotFound', 'server_error'], [429, 'uploadRateLimitExceeded', 'rate_limited'], [500, 'backendError', 'server_error'], [403, 'forbidden', 'rejected'], [409, 'conflict', 'rejected']] as const)('what YouTube says with %i %s is understood', async (status, name, kind) => {
  const { network, server, publisher, session, remoteId } = await publishFilm()
  server.spoil(({ method, path }) => method === 'POST' && path.endsWith('/captions'), refusal(status, name), 1)
  expect(failureKind(await publisher.addCaptions!(session, { remoteId, ...captions }))).toBe(kind)
  expect(network.captions()).toEqual([])
})
