import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createGoogleBusinessAdapter } from '../../electron/engine/networks/google-business/google-business-adapter.ts'
import { googleLoginUrl, googleTokenUrl } from '../../electron/engine/networks/google/google-login.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import type { Occasion } from '../../shared/posts/occasion.ts'
import { createSession, draftOf, failureKind, pictureOf, publicMediaInMemory, valueOf, videoOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { loadGoogleBusinessDescription } from './descriptions/google-business-description.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { createFakeGoogleBusiness, fakePlace, type FakeGoogleBusiness } from './fake-google-business.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }

describe('what Google Business Profile alone does', () => {
  let network: FakeGoogleBusiness
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let media: ReturnType<typeof publicMediaInMemory>
  let ledger: ReturnType<typeof createRequestLedger>

  const complaints: string[] = []

  beforeEach(async () => {
    network = createFakeGoogleBusiness()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    ledger = createRequestLedger()
    adapter = createGoogleBusinessAdapter({ http: ledger.watch(http), clock: { now: () => Date.now(), after: (_, callback) => (callback(), () => undefined) }, random: systemRandom, apiUrl: server.url, loginUrl: googleLoginUrl, tokenUrl: googleTokenUrl })
    media = publicMediaInMemory()
    session = { ...createSession('google_business', { handle: 'A', displayName: 'A', serverUrl: server.url, remoteId: fakePlace, accessEndsAt: null, serverLimits: noLimits }, writeOAuthSecret({ clientId: 'id', accessToken: 'a', refreshToken: 'r', accessEndsAt: null, renewableUntil: null })), publicMedia: media }
  })
  afterEach(async () => {
    http.close()
    await server.stop()
    if (hasSharedFolder) complaints.push(...ledger.complaints(loadGoogleBusinessDescription()))
  })
  const answer = (status: number, json: unknown): Fault => ({ name: String(status), isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json)) })
  const publish = (text: string, more: Parameters<typeof draftOf>[1] = {}) => adapter.publisher.publish(session, draftOf(text, more), intent)
  const find = (text: string) => adapter.publisher.findPublished(session, draftOf(text), { ...intent, sentAt: Date.now() - 60_000 })

  it('sends words, the photo by its public address, the language and the link as a button, and takes the file away', async () => {
    const { remoteId, url } = valueOf(await publish('Huîtres ce soir, voir https://exemple.fr/carte.', { media: [pictureOf('des huîtres')], framing: { language: 'fr' }, beside: { link: 'https://exemple.fr/reserver' } }))
    expect([remoteId.startsWith(`${fakePlace}/localPosts/`), url]).toEqual([true, expect.stringContaining('https://local.google.com/')])
    expect(network.bodies().at(-1)).toEqual({
      topicType: 'STANDARD', summary: 'Huîtres ce soir, voir https://exemple.fr/carte.', languageCode: 'fr', callToAction: { actionType: 'LEARN_MORE', url: 'https://exemple.fr/reserver' },
      media: [{ mediaFormat: 'PHOTO', sourceUrl: expect.stringMatching(/^https:\/\/files\.example\//) }]
    })
    expect(media.there.size).toBe(0)
    valueOf(await publish('Voir https://exemple.fr/carte.'))
    valueOf(await publish('Rien à voir'))
    expect(network.bodies().slice(-2)).toEqual([{ topicType: 'STANDARD', summary: 'Voir https://exemple.fr/carte.', callToAction: { actionType: 'LEARN_MORE', url: 'https://exemple.fr/carte' } }, { topicType: 'STANDARD', summary: 'Rien à voir' }])
  })

  it('has the button that was chosen: to the link, a call without one, and none where it would lead nowhere', async () => {
    const buttonFor = async (button: 'book' | 'call' | 'shop', text: string): Promise<unknown> => {
      valueOf(await publish(text, { framing: { button } }))
      return network.bodies().at(-1)?.['callToAction']
    }
    expect([await buttonFor('book', 'Voir https://exemple.fr/a'), await buttonFor('call', 'Voir https://exemple.fr/b'), await buttonFor('shop', 'Sans adresse')]).toEqual([{ actionType: 'BOOK', url: 'https://exemple.fr/a' }, { actionType: 'CALL' }, undefined])
  })

  it('sends nothing of two photos, of a film, and of a photo without a place for it', async () => {
    const reasonOf = async (more: Parameters<typeof draftOf>[1], using: AccountSession = session): Promise<unknown> => {
      const said = await adapter.publisher.publish(using, draftOf('x', more), intent)
      return said.ok ? 'ok' : (said.failure.error.details?.['reason'] ?? said.failure.error.code)
    }
    const { publicMedia: _none, ...bare } = session
    expect([await reasonOf({ media: [pictureOf(''), pictureOf('')] }), await reasonOf({ media: [videoOf()] }), await reasonOf({ media: [pictureOf('')] }, bare)]).toEqual(['one_photo', 'one_photo', 'media_host_missing'])
    expect(server.requests).toEqual([])
  })

  it('leaves the photo at its place as long as Google works on the post, and gives what became of it', async () => {
    network.becomes('PROCESSING', 2)
    const there: number[] = []
    const honest = network.answer.bind(network)
    network.answer = (request, origin) => (there.push(media.there.size), honest(request, origin))
    expect(valueOf(await publish('Ouvert lundi', { media: [pictureOf('')] })).pending).toBeUndefined()
    expect([there, media.there.size]).toEqual([[1, 1, 1, 1], 0])
  })

  it('words alone that Google looks at are asked for again, found meanwhile, and live or refused in the end', async () => {
    network.becomes('PROCESSING', 1)
    const { remoteId, pending } = valueOf(await publish('Ouvert lundi'))
    expect(pending).toMatchObject({ token: remoteId, askAgainAfterMs: expect.any(Number) })
    expect(valueOf(await find('Ouvert lundi'))).toMatchObject({ remoteId, pending: { token: remoteId } })
    const resume = () => adapter.publisher.resume!(session, draftOf('Ouvert lundi'), pending!.token)
    expect(valueOf(await resume()).pending).toBeDefined()
    expect(valueOf(await resume())).toEqual({ remoteId, url: expect.any(String) })
    server.spoil(({ method }) => method === 'GET', answer(200, { name: remoteId, state: 'REJECTED' }))
    expect(await resume()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'google_refused_post' } } } })
  })

  it('a refused post is told at once, when it is looked for, and of other words for what is out', async () => {
    const { remoteId } = valueOf(await publish('Ouvert'))
    network.becomes('REJECTED')
    const reason = { ok: false, failure: { kind: 'rejected', error: { details: { reason: 'google_refused_post' } } } }
    expect(await publish('Appelez le 01 23 45 67 89')).toMatchObject(reason)
    expect(await find('Appelez le 01 23 45 67 89')).toMatchObject(reason)
    expect(await adapter.publisher.edit!(session, { ...draftOf('Appelez le 01'), remoteId, hasMedia: false, was: null })).toMatchObject(reason)
  })

  const tasting: Occasion = { kind: 'event', title: 'Huîtres et muscadet', starts: '2099-12-05T11:00', ends: '2099-12-05T18:30' }

  it('an event has its name and hours, and no button but that of its link', async () => {
    valueOf(await publish('Venez', { framing: { occasion: tasting } }))
    expect(network.bodies().at(-1)).toEqual({
      topicType: 'EVENT', summary: 'Venez',
      event: { title: 'Huîtres et muscadet', schedule: { startDate: { year: 2099, month: 12, day: 5 }, startTime: { hours: 11, minutes: 0, seconds: 0, nanos: 0 }, endDate: { year: 2099, month: 12, day: 5 }, endTime: { hours: 18, minutes: 30, seconds: 0, nanos: 0 } } }
    })
    valueOf(await publish('Venez', { framing: { occasion: tasting, button: 'book' }, beside: { link: 'https://example.org/table' } }))
    expect(network.bodies().at(-1)).toMatchObject({ topicType: 'EVENT', callToAction: { actionType: 'BOOK', url: 'https://example.org/table' } })
  })

  it('an offer has its code, its conditions, and the post’s link as the place where it is used unless it has its own', async () => {
    const offer: Occasion = { ...tasting, kind: 'offer', title: 'La douzaine à 9 €', coupon: 'HUITRES', conditions: 'Une fois par table' }
    valueOf(await publish('En décembre', { framing: { occasion: offer }, beside: { link: 'https://example.org/carte' } }))
    expect(network.bodies().at(-1)).toMatchObject({ topicType: 'OFFER', offer: { couponCode: 'HUITRES', redeemOnlineUrl: 'https://example.org/carte', termsConditions: 'Une fois par table' } })
    expect(network.bodies().at(-1)).not.toHaveProperty('callToAction')
    valueOf(await publish('En décembre', { framing: { occasion: { ...offer, redeemAt: 'https://example.org/huitres' } }, beside: { link: 'https://example.org/carte' } }))
    expect(network.bodies().at(-1)).toMatchObject({ offer: { redeemOnlineUrl: 'https://example.org/huitres' } })
    const { coupon: _code, conditions: _terms, ...bare } = offer
    valueOf(await publish('En décembre', { framing: { occasion: bare } }))
    expect(network.bodies().at(-1)).not.toHaveProperty('offer')
  })

  it('sends no event that is over at every place on earth', async () => {
    const before = network.bodies().length
    expect(await publish('Venez', { framing: { occasion: { ...tasting, starts: '2026-01-05T11:00', ends: '2026-01-05T18:30' } } })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'occasion_over' } } } })
    expect(network.bodies()).toHaveLength(before)
  })

  it('after a lost answer takes an update, or another event, with the same words for another post', async () => {
    const findEvent = (occasion: Occasion | undefined) => adapter.publisher.findPublished(session, draftOf('Venez', occasion === undefined ? {} : { framing: { occasion } }), { ...intent, sentAt: Date.now() - 60_000 })
    valueOf(await publish('Venez'))
    expect(valueOf(await findEvent(tasting))).toBe('none')
    const { remoteId } = valueOf(await publish('Venez', { framing: { occasion: tasting } }))
    expect(valueOf(await findEvent(tasting))).toMatchObject({ remoteId })
    expect(valueOf(await findEvent({ ...tasting, title: 'Moules et cidre' }))).toBe('none')
    expect(valueOf(await findEvent({ ...tasting, ends: '2099-12-06T18:30' }))).toBe('none')
    expect(valueOf(await findEvent({ ...tasting, kind: 'offer' }))).toBe('none')
  })

  it('what Google refused is read as refused, with its words', async () => {
    const { remoteId } = valueOf(await publish('Ouvert'))
    expect(valueOf(await adapter.readBack!(session, remoteId, { title: '', text: 'Ouvert', document: { type: 'doc', content: [] }, media: [] }))).toEqual({ text: 'Ouvert', media: [] })
    network.becomes('REJECTED')
    await adapter.publisher.edit!(session, { ...draftOf('Appelez le 01'), remoteId, hasMedia: false, was: null })
    expect(valueOf(await adapter.readBack!(session, remoteId, { title: '', text: 'Appelez le 01', document: { type: 'doc', content: [] }, media: [] }))).toEqual({ isRefused: true, text: 'Appelez le 01', media: [] })
  })

  it('looks through all pages, in whatever order, and calls no list empty that has another shape', async () => {
    for (let count = 0; count < 130; count += 1) network.answer({ method: 'POST', path: `/v4/${fakePlace}/localPosts`, query: new URLSearchParams(), headers: {}, text: '', json: { summary: `autre ${String(count)}` } }, '')
    const { remoteId } = valueOf(await publish('La dernière'))
    expect(valueOf(await find('La dernière'))).toMatchObject({ remoteId })
    expect(valueOf(await find('jamais dite'))).toBe('none')
    server.spoil(({ method }) => method === 'GET', answer(200, {}))
    expect(valueOf(await find('La dernière'))).toBe('none')
    server.spoil(({ method }) => method === 'GET', answer(200, { localPosts: [{ name: remoteId, summary: 'La dernière' }] }))
    expect(valueOf(await find('La dernière'))).toBe('cannot_tell')
    server.spoil(({ method }) => method === 'GET', answer(200, { posts: [] }))
    expect(failureKind(await find('La dernière'))).toBe('bug')
  })

  it('sends nothing again of whose words stand there without the photo, which Google may still be fetching', async () => {
    const createTime = new Date().toISOString()
    const name = `${fakePlace}/localPosts/9`
    const findWithPhoto = () => adapter.publisher.findPublished(session, draftOf('La terrasse', { media: [pictureOf('terrasse.jpg')] }), { ...intent, sentAt: Date.now() - 60_000 })
    server.spoil(({ method }) => method === 'GET', answer(200, { localPosts: [{ name, summary: 'La terrasse', state: 'PROCESSING', createTime }] }))
    expect(valueOf(await findWithPhoto())).toBe('cannot_tell')
    server.spoil(({ method }) => method === 'GET', answer(200, { localPosts: [{ name, summary: 'La terrasse', state: 'LIVE', createTime, media: [{ mediaFormat: 'PHOTO' }] }] }))
    expect(valueOf(await findWithPhoto())).toMatchObject({ remoteId: name })
    server.spoil(({ method }) => method === 'GET', answer(200, { localPosts: [{ name, summary: 'La terrasse', state: 'LIVE', createTime: '2026-01-01T00:00:00Z' }] }))
    expect(valueOf(await findWithPhoto())).toBe('none')
  })

  it('says that the project was never let in, by a limit of 0, that a photo was refused, and that an ended access can be renewed', async () => {
    const limit = (value: string): object => ({ error: { code: 429, message: 'Quota exceeded', status: 'RESOURCE_EXHAUSTED', details: [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit_value: value } }] } })
    server.spoil(() => true, answer(429, limit('0')))
    expect(await publish('x')).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'google_no_quota' } } } })
    server.spoil(() => true, answer(429, limit('300')))
    expect(failureKind(await publish('x'))).toBe('rate_limited')
    server.spoil(() => true, answer(400, { error: { code: 400, message: 'Photo is too small', status: 'INVALID_ARGUMENT' } }))
    expect(await publish('x', { media: [pictureOf('', 'quai.png')] })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'media_refused', details: { fileName: 'quai.png' } } } })
    expect(media.there.size).toBe(0)
    server.spoil(() => true, answer(401, { error: { code: 401, message: 'Invalid Credentials', status: 'UNAUTHENTICATED' } }))
    expect(failureKind(await publish('x'))).toBe('auth_expired')
  })

  it('counts how often the profile was seen in four weeks, where, and what people did from there: whole days, a missing value for none', async () => {
    expect(valueOf(await adapter.figures!.ofAccount(session))).toEqual({ views: 48, maps_mobile: 12, maps_desktop: 12, search_mobile: 12, search_desktop: 12, calls: 12, website_clicks: 12, directions: 12, bookings: 12 })
    const { query } = server.requests.at(-1)!
    const day = (name: string): number => Date.UTC(Number(query.get(`dailyRange.${name}.year`)), Number(query.get(`dailyRange.${name}.month`)) - 1, Number(query.get(`dailyRange.${name}.day`)))
    expect([query.getAll('dailyMetrics').length, (day('endDate') - day('startDate')) / 86_400_000]).toEqual([8, 27])
    // What it leaves out is not told, and no part passes for the whole.
    server.spoil(({ path }) => path.endsWith(':fetchMultiDailyMetricsTimeSeries'), answer(200, { multiDailyMetricTimeSeries: [{ dailyMetricTimeSeries: [{ dailyMetric: 'CALL_CLICKS' }, { dailyMetric: 'BUSINESS_IMPRESSIONS_MOBILE_MAPS', timeSeries: { datedValues: [{ value: '3' }, {}] } }] }] }))
    expect(valueOf(await adapter.figures!.ofAccount(session))).toEqual({ calls: 0, maps_mobile: 3 })
  })

  it.runIf(hasSharedFolder)('asked nothing in all this that its description does not know', () => {
    expect(complaints).toEqual([])
  })
})
