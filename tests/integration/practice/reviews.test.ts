import { expect, it } from 'vitest'
import { createHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import { writeMastodonSecret } from '../../../electron/engine/networks/mastodon/mastodon-secret.ts'
import { createPracticeAdapter } from '../../../electron/engine/networks/practice/practice-adapter.ts'
import { readPracticeCursor } from '../../../electron/engine/networks/practice/practice-inbox.ts'
import { createPracticeHttp } from '../../../electron/engine/practice/practice-http.ts'
import { systemRandom } from '../../../electron/engine/system-random.ts'
import { practiceCapabilities } from '../../../shared/networks/practice-capabilities.ts'
import { describeReviews, type ReviewsUnderTest } from '../../contract/reviews.contract.ts'
import { createSession, fetchAll } from '../../support/adapter-session.ts'
import { ownName, startPracticeRig, type PracticeRig } from './practice-rig.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }

async function startReviews(): Promise<ReviewsUnderTest & { readonly rig: PracticeRig }> {
  const rig = await startPracticeRig()
  const token = await rig.logIn()
  const http = createPracticeHttp(createHttpClient({ log: silent, userAgent: 'Vigie/test' }), ownName, () => Promise.resolve(rig.port))
  const own = rig.record.members.own()
  const identity = { serverUrl: `http://${ownName}`, remoteId: own.id, handle: `@${own.handle}@${ownName}`, displayName: own.name, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const memberId = (who: string): string => rig.record.members.findByHandle(who)!.id
  return {
    rig,
    createAdapter: (through) => createPracticeAdapter({ capabilities: practiceCapabilities, http: through(http), clock: rig.clock, random: systemRandom }),
    session: createSession('practice', identity, writeMastodonSecret({ accessToken: token, clientId: 'c', clientSecret: 's' })),
    say: (who, stars, text) => rig.record.reviews.say({ memberId: memberId(who), stars, text }, rig.clock.now()).id,
    remove: (who) => rig.record.reviews.removeOf(memberId(who), rig.clock.now()),
    answerThere: (id, text) => void rig.record.reviews.answer(id, text, rig.clock.now()),
    replyThere: (id) => rig.record.reviews.read(id)?.reply ?? null,
    wait: () => rig.clock.runDue(rig.clock.now() + 60_000),
    stop: () => rig.stop()
  }
}

describeReviews('the practice network', startReviews)

it('a practice from before there were reviews reads on where it was, and gets all reviews', async () => {
  const network = await startReviews()
  const adapter = network.createAdapter((http) => http)
  const before = '{"version":1,"newestId":null,"lookBack":null}'
  network.say('tomasz', 5, '')
  const { items, cursor } = await fetchAll(adapter, network.session, before)
  expect(items).toMatchObject([{ kind: 'review', review: { stars: 5 } }])
  expect(readPracticeCursor(before)).toEqual({ kind: 'practice', talk: before, reviews: null })
  expect((await fetchAll(adapter, network.session, cursor)).items).toEqual([])
  await network.stop()
})

it('what is longer than an answer may be there is refused, and nobody without the right answers', async () => {
  const network = await startReviews()
  const id = network.say('tomasz', 5, 'Bien')
  const token = await network.rig.logIn()
  const put = (text: string, as = token) => network.rig.call('PUT', `/api/practice/v1/reviews/${id}/reply`, { token: as, json: { text } })
  expect((await put('é'.repeat(2049))).status).toBe(422)
  expect((await put('é'.repeat(2048))).status).toBe(200)
  expect((await put('Merci', await network.rig.logIn('read'))).status).toBe(403)
  expect((await network.rig.call('GET', '/api/practice/v1/reviews')).status).toBe(401)
  expect((await network.rig.call('GET', '/api/practice/v1/reviews?after=nonsense', { token })).status).toBe(422)
  expect((await network.rig.call('PUT', '/api/practice/v1/reviews/1/reply', { token, json: { text: 'Merci' } })).status).toBe(404)
  await network.stop()
})
