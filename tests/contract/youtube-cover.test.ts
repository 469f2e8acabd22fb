import { expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createYoutubeAdapter } from '../../electron/engine/networks/youtube/youtube-adapter.ts'
import { youtubeApiUrl, youtubeLoginUrl, youtubeTokenUrl } from '../../electron/engine/networks/youtube/youtube-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf, videoOf } from '../support/adapter-session.ts'
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

it('of a video that is out, YouTube changes title and description, and takes neither tags nor category away', async () => {
  const { server, ledger, publisher, readBack, session, remoteId } = await publishFilm()
  const words = draftOf('Voir le phare', { title: 'Le grand phare' })
  const edit = () => publisher.edit!(session, { remoteId, title: words.title, text: words.text, document: words.document, hasMedia: true, was: null })
  valueOf(await edit())
  expect(server.requests.findLast(({ method }) => method === 'PUT')?.json).toEqual({ id: remoteId, snippet: { title: 'Le grand phare', description: 'Voir le phare', categoryId: '22', tags: ['Phare', 'mer'] } })
  expect(valueOf(await readBack(session, remoteId, { ...words, media: [{ isVideo: true }] }))).toEqual({ title: 'Le grand phare', text: 'Voir le phare', media: [{ kind: 'video' }] })
  // Without its category nothing is known of what would be lost.
  const before = server.requests.length
  server.spoil(({ method }) => method === 'GET', { name: 'no category', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ kind: 'youtube#list', items: [{ id: remoteId, snippet: { title: 'x' } }] })) })
  expect(failureKind(await edit())).toBe('rejected')
  expect(server.requests.slice(before).map(({ method }) => method)).toEqual(['GET'])
  if (hasSharedFolder) expect(ledger.complaints(loadYoutubeDescription())).toEqual([])
})

it('YouTube is given a cover by a call of its own, as often as it is asked, and says why a channel may not', async () => {
  const { network, server, ledger, publisher, session, remoteId } = await publishFilm()
  const picture = { ...pictureOf('', 'cover.jpg'), mediaType: 'image/jpeg' }
  const cover = () => publisher.setCover!(session, { remoteId, picture })
  valueOf(await cover())
  valueOf(await cover())
  expect(network.covers()).toEqual([`${remoteId} ${picture.byteLength}`, `${remoteId} ${picture.byteLength}`])
  expect(network.videos()).toEqual(['public processed 1024'])
  for (const [status, name, kind, reason] of [[403, 'forbidden', 'rejected', 'cover_not_allowed'], [400, 'invalidImage', 'rejected', 'cover_refused'], [404, 'videoNotFound', 'rejected', 'gone'], [429, 'uploadRateLimitExceeded', 'rate_limited', 'because']] as const) {
    server.spoil(({ path }) => path.endsWith('/thumbnails/set'), refusal(status, name), 1)
    const failed = await cover()
    expect([failureKind(failed), failed.ok ? null : failed.failure.error.details?.['reason']]).toEqual([kind, reason])
  }
  expect(failureKind(await publisher.setCover!(session, { remoteId: '../videos', picture }))).toBe('rejected')
  if (hasSharedFolder) expect(ledger.complaints(loadYoutubeDescription())).toEqual([])
})
