import { afterAll, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createGoogleBusinessAdapter } from '../../electron/engine/networks/google-business/google-business-adapter.ts'
import { googleLoginUrl, googleTokenUrl } from '../../electron/engine/networks/google/google-login.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, fetchAll, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { loadGoogleBusinessDescription } from './descriptions/google-business-description.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { createFakeGoogleBusiness, fakePlace, type FakeGoogleBusiness } from './fake-google-business.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'
import { describeReviews, type ReviewsUnderTest } from './reviews.contract.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const ledger = createRequestLedger()

async function start(): Promise<ReviewsUnderTest & { readonly network: FakeGoogleBusiness; readonly server: HostileServer }> {
  const network = createFakeGoogleBusiness()
  const server = await startHostileServer(network)
  const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
  const identity = { handle: 'A', displayName: 'A', serverUrl: server.url, remoteId: fakePlace, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const { reviews } = network
  return {
    network, server,
    createAdapter: (through) => createGoogleBusinessAdapter({ http: through(ledger.watch(http)), clock: { now: () => Date.now(), after: (_, callback) => (callback(), () => undefined) }, random: systemRandom, apiUrl: server.url, loginUrl: googleLoginUrl, tokenUrl: googleTokenUrl }),
    session: createSession('google_business', identity, writeOAuthSecret({ clientId: 'id', accessToken: 'a', refreshToken: null, accessEndsAt: null, renewableUntil: null })),
    say: (who, stars, text) => reviews.say(who, stars, text),
    remove: (who) => reviews.removeOf(who),
    answerThere: (name, text) => reviews.answerThere(name, text),
    replyThere: (name) => reviews.replyThere(name),
    wait: () => reviews.wait(60_000),
    async stop() {
      http.close()
      await server.stop()
    }
  }
}

describeReviews('Google Business Profile', start)

afterAll(() => {
  if (hasSharedFolder) console.log(ledger.report('Google Business Profile, reviews', loadGoogleBusinessDescription()))
})

it('an answer that Google refuses is told, and one that it still looks at is shown as waiting', async () => {
  const { network, server, session, createAdapter, stop } = await start()
  const adapter = createAdapter((http) => http)
  const id = network.reviews.say('Claire', 2, 'Froid.')
  const saying = (json: object): Fault => ({ name: 'said', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json)) })
  server.spoil(({ method }) => method === 'PUT', saying({ comment: 'Appelez-nous', reviewReplyState: 'REJECTED', policyViolation: 'OFF_TOPIC' }))
  const refused = await adapter.publisher.publish(session, draftOf('Appelez-nous', { replyTo: { remoteId: id, rootRemoteId: id, authorHandle: '', review: { replyWas: null } } }), { idempotencyKey: '6a2f41a3-c54c-4f6e-8c4d-3f9f6f1f5a10', intentAt: 0 })
  expect(refused).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'google_refused_reply' } } } })
  const time = '2026-11-20T12:00:00Z'
  server.spoil(({ method }) => method === 'GET', saying({ name: id, starRating: 'TWO', createTime: time, updateTime: time, reviewReply: { comment: 'Merci', updateTime: time, reviewReplyState: 'PENDING' } }))
  expect(valueOf(await adapter.readReview!(session, id))).toMatchObject({ text: '', authorName: '', review: { stars: 2, editedAt: null, reply: { text: 'Merci', isHeld: true } } })
  await stop()
})

it('an answer that Google refused is none, whoever looks for it: sent once more it is refused again, and other words take its place', async () => {
  const { network, server, session, createAdapter, stop } = await start()
  const adapter = createAdapter((http) => http)
  const id = network.reviews.say('Claire', 2, 'Froid.')
  network.reviews.answerThere(id, 'Appelez-nous', 'REJECTED')
  const intent = { idempotencyKey: '6a2f41a3-c54c-4f6e-8c4d-3f9f6f1f5a11', intentAt: 0 }
  const answer = (text: string) => draftOf(text, { replyTo: { remoteId: id, rootRemoteId: id, authorHandle: '', review: { replyWas: 'Appelez-nous' } } })
  expect(valueOf(await adapter.publisher.findPublished(session, answer('Appelez-nous'), { ...intent, sentAt: 0 }))).toBe('none')
  expect(await adapter.publisher.publish(session, answer('Appelez-nous'), intent)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'google_refused_reply' } } } })
  expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  network.reviews.answerThere(id, 'Appelez-nous', 'REJECTED')
  network.reviews.becomes('APPROVED')
  expect(valueOf(await adapter.publisher.publish(session, answer('Merci, venez nous voir'), intent))).toMatchObject({ remoteId: `${id}/reply` })
  expect(network.reviews.replyThere(id)).toBe('Merci, venez nous voir')
  await stop()
})

it('an answer given on Google itself comes in with its review, as long as that is among the newest; a place in the list that is over begins the look anew', async () => {
  const { network, server, session, createAdapter, stop } = await start()
  const adapter = createAdapter((http) => http)
  const id = network.reviews.say('Claire', 2, 'Froid.')
  const { cursor } = await fetchAll(adapter, session, null)
  network.reviews.answerThere(id, 'Merci de nous le dire.')
  expect((await fetchAll(adapter, session, cursor)).items).toMatchObject([{ remoteId: id, review: { reply: { text: 'Merci de nous le dire.' } } }])
  for (let count = 0; count < 60; count += 1) network.reviews.say(`client ${String(count)}`, 5, '')
  const first = valueOf(await adapter.inbox!.fetchSince(session, null))
  expect([first.more, first.items.length]).toEqual([true, 50])
  server.spoil(({ query }) => query.get('pageToken') !== null, { name: 'stale', isDone: false, spoil: (response) => void response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { code: 400, message: 'Invalid page token', status: 'INVALID_ARGUMENT' } })) }, 1)
  const { items } = await fetchAll(adapter, session, first.nextCursor)
  expect(new Set([...first.items, ...items].map(({ remoteId }) => remoteId)).size).toBe(61)
  await stop()
})

it.runIf(hasSharedFolder)('asked nothing in all this that its description does not know', () => {
  expect(ledger.complaints(loadGoogleBusinessDescription())).toEqual([])
})
