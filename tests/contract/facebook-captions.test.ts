import { expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createFacebookAdapter } from '../../electron/engine/networks/facebook/facebook-adapter.ts'
import { facebookApiUrl, facebookLoginUrl } from '../../electron/engine/networks/facebook/facebook-options.ts'
import { writeFacebookSecret } from '../../electron/engine/networks/facebook/facebook-secret.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf, videoOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { loadFacebookDescription } from './descriptions/facebook-description.ts'
import { createFakeFacebook } from './fake-facebook.ts'
import { fakePageId } from './fake-facebook-comments.ts'
import { startHostileServer, type Fault } from './hostile-server.ts'

const refusal = (code: number, status = 400): Fault => ({ name: String(code), isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message: 'because', type: 'OAuthException', code } })) })
const lost: Fault = { name: 'lost', isDone: false, spoil: (response) => void response.destroy() }
const otherShape: Fault = { name: 'shape', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[{"language":"fr"}]}') }
const captions = { language: 'fr' as const, cues: [{ startMs: 1000, endMs: 2500, text: 'Marée basse' }] }
const words = '1\n00:00:01,000 --> 00:00:02,500\nMarée basse\n'
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f17', intentAt: 0 }
const isPost = ({ method, path }: { method: string; path: string }): boolean => method === 'POST' && path.endsWith('/captions')
const isLook = ({ method, path }: { method: string; path: string }): boolean => method === 'GET' && path.endsWith('/captions')

async function openPage() {
  const network = createFakeFacebook()
  const server = await startHostileServer(network)
  const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  onTestFinished(async () => {
    http.close()
    await server.stop()
  })
  const ledger = createRequestLedger()
  const { publisher, scheduler } = createFacebookAdapter({ http: ledger.watch(http), clock: { now: () => Date.now(), after: () => () => undefined }, random: systemRandom, apiUrl: facebookApiUrl, loginUrl: facebookLoginUrl })
  const identity = { handle: '@atelier', displayName: 'Atelier', serverUrl: server.url, remoteId: fakePageId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const session = createSession('facebook', identity, writeFacebookSecret({ clientId: '4711', accessToken: 'top-secret-access', tasks: null, accessEndsAt: null }))
  const publish = async (more: object) => valueOf(await publisher.publish(session, draftOf('Un phare', { media: [videoOf()], ...more }), intent)).remoteId
  return { network, server, ledger, publisher, scheduler: scheduler!, session, publish }
}

it('a film that is out gets each language once, by the number of the film behind its post; what Facebook hears counts for none, and the first stands for all', async () => {
  const { network, ledger, publisher, session, publish } = await openPage()
  const remoteId = await publish({})
  expect(remoteId).toMatch(/^\d+_\d+$/)
  expect(valueOf(await publisher.hasCaptions!(session, { remoteId, language: 'fr' }))).toBe(false)
  valueOf(await publisher.addCaptions!(session, { remoteId, ...captions }))
  valueOf(await publisher.addCaptions!(session, { remoteId, ...captions }))
  valueOf(await publisher.addCaptions!(session, { remoteId, ...captions, language: 'pt-BR' }))
  expect(network.captions()).toEqual([`900 fr_FR* ${words}`, `900 pt_BR ${words}`])
  expect(valueOf(await publisher.hasCaptions!(session, { remoteId, language: 'fr' }))).toBe(true)
  expect(network.visible()).toEqual(['Un phare'])
  if (!hasSharedFolder) return
  expect(ledger.complaints(loadFacebookDescription())).toEqual([])
  console.log(ledger.report('Facebook, subtitles', loadFacebookDescription()))
})

it('so does a reel, and a film that waits there for its time, by its own number', async () => {
  const { network, publisher, scheduler, session, publish } = await openPage()
  valueOf(await publisher.addCaptions!(session, { remoteId: await publish({ format: 'reel' }), ...captions }))
  const { scheduledId: remoteId } = valueOf(await scheduler.handOver(session, draftOf('Une jetée', { media: [videoOf()] }), { ...intent, dueAt: Date.now() + 86_400_000 })) as { scheduledId: string }
  valueOf(await publisher.addCaptions!(session, { remoteId, ...captions }))
  expect(network.captions()).toEqual([expect.stringMatching(/^\d{3} fr_FR\* /), `900 fr_FR* ${words}`])
})

it('subtitles whose answer is lost are looked for, not taken for there, and come once', async () => {
  const { network, server, publisher, session, publish } = await openPage()
  const remoteId = await publish({})
  server.spoil(isPost, lost, 1)
  expect(failureKind(await publisher.addCaptions!(session, { remoteId, ...captions }))).toBe('unknown_outcome')
  expect(valueOf(await publisher.hasCaptions!(session, { remoteId, language: 'fr' }))).toBe(false)
  server.spoil(isPost, { ...lost, isDone: true }, 1)
  expect(failureKind(await publisher.addCaptions!(session, { remoteId, ...captions }))).toBe('unknown_outcome')
  expect(valueOf(await publisher.hasCaptions!(session, { remoteId, language: 'fr' }))).toBe(true)
  valueOf(await publisher.addCaptions!(session, { remoteId, ...captions }))
  expect(network.captions()).toHaveLength(1)
})

it.each([['a look that fails', isLook, refusal(2, 500), 'server_error'], ['a list of another shape', isLook, otherShape, 'server_error'], ['a file it does not read', isPost, refusal(385), 'rejected'], ['a right that is missing', isPost, refusal(200), 'rejected'], ['trouble of its own', isPost, refusal(2, 500), 'unknown_outcome']] as const)('%s is understood, and nothing comes of it', async (_what, when, fault, kind) => {
  const { network, server, publisher, session, publish } = await openPage()
  const remoteId = await publish({})
  server.spoil(when, fault, 1)
  expect(failureKind(await publisher.addCaptions!(session, { remoteId, ...captions }))).toBe(kind)
  expect(network.captions()).toEqual([])
})

it('a post without a film, a name that is none and a language that Facebook has no word for are refused before anything is sent', async () => {
  const { server, publisher, session, publish } = await openPage()
  const pictured = await publish({ media: [pictureOf('un phare')] })
  for (const target of [{ remoteId: pictured, ...captions }, { remoteId: '../feed', ...captions }, { remoteId: '900', ...captions, language: 'br' as const }]) expect(failureKind(await publisher.addCaptions!(session, target))).toBe('rejected')
  expect(server.requests.some(isPost)).toBe(false)
})
