import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createFacebookAdapter } from '../../electron/engine/networks/facebook/facebook-adapter.ts'
import { facebookApiUrl, facebookLoginUrl } from '../../electron/engine/networks/facebook/facebook-options.ts'
import { writeFacebookSecret } from '../../electron/engine/networks/facebook/facebook-secret.ts'
import type { NativeScheduler } from '../../electron/engine/networks/network-scheduler.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, valueOf, videoOf } from '../support/adapter-session.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { loadFacebookDescription } from './descriptions/facebook-description.ts'
import { createFakeFacebook } from './fake-facebook.ts'
import { fakePageId } from './fake-facebook-comments.ts'
import type { FakeNetwork, FakeRequest } from './fake-network.ts'
import { refusals, riddles, startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const day = 86_400_000
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f13', dueAt: Math.floor((Date.now() + 3 * day) / 60_000) * 60_000 }
const identity = { handle: '@atelier', displayName: 'Atelier', remoteId: fakePageId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
const isFinish = ({ method, path, json }: FakeRequest): boolean => method === 'POST' && path.endsWith('/videos') && json['upload_phase'] === 'finish'
const asksFilm = ({ method, path }: FakeRequest): boolean => method === 'GET' && path.endsWith('/900')
const says = (film: object): Fault => ({ name: 'says', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: '900', ...film })) })
const secondIsRefused: Fault = { name: 'second', isDone: true, spoil: (response) => void response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message: 'because', type: 'OAuthException', code: 6000 } })) }
const film = draftOf('Un phare', { media: [videoOf()] })
const waits = { kind: 'waiting', scheduledId: '900', dueAt: intent.dueAt, isChanged: false }

const ledger = createRequestLedger()

describe('a film that Facebook publishes at its time', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let scheduler: NativeScheduler
  let session: AccountSession
  let later = 0

  const schedulerAnew = (): NativeScheduler => createFacebookAdapter({ http: ledger.watch({ send: (request) => http.send({ ...request, timeout: 500 }) }), clock: { now: () => Date.now() + later, after: () => () => undefined }, random: systemRandom, apiUrl: facebookApiUrl, loginUrl: facebookLoginUrl }).scheduler!

  beforeEach(async () => {
    later = 0
    network = createFakeFacebook()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    scheduler = schedulerAnew()
    session = createSession('facebook', { ...identity, serverUrl: server.url }, writeFacebookSecret({ clientId: '4711', accessToken: 'top-secret-access', tasks: null, accessEndsAt: null }))
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const handOver = (what = film) => scheduler.handOver(session, what, intent)
  const find = (what = film) => {
    later = 120_000
    return scheduler.find(session, what, { ...intent, sentAt: Date.now() })
  }
  const place = { scheduledId: '900', dueAt: intent.dueAt }

  it('is handed over in pieces, told its time by the last call, with its cover, and read back', async () => {
    const told: number[] = []
    expect(valueOf(await scheduler.handOver({ ...session, onUploaded: (sent) => void told.push(sent) }, film, intent))).toEqual(waits)
    expect(server.requests.find(isFinish)?.json).toMatchObject({ description: 'Un phare', published: false, scheduled_publish_time: intent.dueAt / 1000, unpublished_content_type: 'SCHEDULED' })
    expect([network.waiting?.(), network.visible(), told.length > 0]).toEqual([['Un phare'], [], true])
    expect(valueOf(await scheduler.read(session, film, place))).toEqual(waits)
    expect(valueOf(await find())).toEqual(waits)
    expect(valueOf(await scheduler.listWaiting(session))).toMatchObject({ isComplete: true, posts: [{ scheduledId: '900', text: 'Un phare', dueAt: intent.dueAt }] })
    expect(valueOf(await scheduler.read(session, draftOf('Une jetée', { media: film.media }), place))).toEqual({ ...waits, isChanged: true })
  })

  it('moves and calls back, each as often as one asks', async () => {
    await handOver()
    const dueAt = intent.dueAt + day
    for (let time = 0; time < 2; time += 1) expect(valueOf(await scheduler.move(session, film, place, dueAt))).toEqual({ ...waits, dueAt })
    later = 120_000
    for (let time = 0; time < 2; time += 1) expect(valueOf(await scheduler.cancel(session, film, { ...place, dueAt }))).toEqual({ kind: 'gone' })
    expect([network.waiting?.(), network.visible()]).toEqual([[], []])
  })

  it('is out under its own number, and never called gone while Facebook still works on it', async () => {
    await handOver()
    server.spoil(asksFilm, says({ published: true, post_id: '1001_77' }), 1)
    expect(valueOf(await scheduler.read(session, film, place))).toMatchObject({ kind: 'published', remoteId: '1001_77' })
    server.spoil(asksFilm, says({ published: true, status: { video_status: 'processing' } }), 1)
    expect(valueOf(await scheduler.read(session, film, place))).toEqual({ kind: 'published', remoteId: '900', url: 'https://www.facebook.com/900' })
    for (const state of [{ published: false, status: { video_status: 'processing' } }, { published: false, status: { video_status: 'ready' } }, { status: {} }]) {
      server.spoil(asksFilm, says(state), 1)
      expect(valueOf(await scheduler.read(session, film, place))).toEqual({ kind: 'cannot_tell' })
    }
  })

  it.each(Object.values<Fault>(refusals))('$name to the last call: nothing is unknown, and nothing waits there', async (fault) => {
    server.spoil(isFinish, fault, 1)
    expect(failureKind(await handOver())).not.toBe('unknown_outcome')
    expect(network.waiting?.()).toEqual([])
  })

  it('a last call that arrived twice was taken', async () => {
    server.spoil(isFinish, secondIsRefused, 1)
    expect(valueOf(await handOver())).toEqual(waits)
    expect(network.waiting?.()).toEqual(['Un phare'])
  })

  it.each(riddles(true))('$name after it was taken: it is asked by its number', async (fault) => {
    server.spoil(isFinish, fault, 1)
    expect(failureKind(await handOver())).toBe('unknown_outcome')
    expect([valueOf(await find()), network.waiting?.()]).toEqual([waits, ['Un phare']])
  })

  it.each(riddles(false))('$name before it was taken: it says that nobody told it anything, after a while', async (fault) => {
    server.spoil(isFinish, fault, 1)
    expect(failureKind(await handOver())).toBe('unknown_outcome')
    expect(valueOf(await scheduler.find(session, film, { ...intent, sentAt: Date.now() }))).toEqual({ kind: 'cannot_tell' })
    expect(valueOf(await find())).toEqual({ kind: 'gone' })
  })

  it('after a restart it is asked by the number that was kept before the last call', async () => {
    const kept: string[] = []
    server.spoil(isFinish, riddles(false)[0]!, 1)
    const keepBegun = (token: string) => void kept.push(`${token} ${server.requests.filter(isFinish).length}`)
    expect(failureKind(await scheduler.handOver(session, film, { ...intent, keepBegun }))).toBe('unknown_outcome')
    expect(kept).toEqual(['900 0'])
    scheduler = schedulerAnew()
    later = 120_000
    const sought = { ...intent, sentAt: Date.now() }
    expect(valueOf(await scheduler.find(session, film, sought))).toEqual({ kind: 'cannot_tell' })
    expect(valueOf(await scheduler.find(session, film, { ...sought, begun: '900' }))).toEqual({ kind: 'gone' })
    expect(valueOf(await scheduler.find(session, film, { ...sought, begun: null }))).toEqual({ kind: 'gone' })
    later = 0
    await handOver()
    scheduler = schedulerAnew()
    expect(valueOf(await scheduler.find(session, film, { ...sought, begun: '900' }))).toEqual(waits)
  })

  it('what cannot be kept is not told its time', async () => {
    await expect(scheduler.handOver(session, film, { ...intent, keepBegun: () => { throw new Error('a full disk') } })).rejects.toThrow('a full disk')
    expect([server.requests.filter(isFinish), network.waiting?.()]).toEqual([[], []])
  })

  it('after a restart it is looked for among what waits; not there says nothing', async () => {
    expect(valueOf(await find())).toEqual({ kind: 'cannot_tell' })
    later = 0
    await handOver()
    scheduler = schedulerAnew()
    expect(valueOf(await find())).toEqual(waits)
  })

  it('takes one film and nothing beside it', async () => {
    expect(failureKind(await handOver(draftOf('Un phare', { media: [videoOf(), videoOf()] })))).toBe('rejected')
    expect(server.requests).toEqual([])
  })

  it('asked nothing of all this but what the description knows', () => {
    expect(ledger.complaints(loadFacebookDescription())).toEqual([])
  })
})
