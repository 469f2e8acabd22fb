import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createFacebookAdapter } from '../../electron/engine/networks/facebook/facebook-adapter.ts'
import { facebookApiUrl, facebookLoginUrl } from '../../electron/engine/networks/facebook/facebook-options.ts'
import { writeFacebookSecret } from '../../electron/engine/networks/facebook/facebook-secret.ts'
import type { NativeScheduler } from '../../electron/engine/networks/network-scheduler.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf, videoOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { loadFacebookDescription } from './descriptions/facebook-description.ts'
import { createFakeFacebook } from './fake-facebook.ts'
import { fakePageId } from './fake-facebook-comments.ts'
import type { FakeNetwork, FakeRequest } from './fake-network.ts'
import { refusals, riddles, startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const day = 86_400_000
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f14', dueAt: Math.floor((Date.now() + 3 * day) / 60_000) * 60_000 }
const identity = { handle: '@atelier', displayName: 'Atelier', remoteId: fakePageId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
const isFinish = ({ method, path, json }: FakeRequest): boolean => method === 'POST' && path.endsWith('/video_reels') && json['upload_phase'] === 'FINISH'
const secondIsRefused: Fault = { name: 'second', isDone: true, spoil: (response) => void response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message: 'because', type: 'OAuthException', code: 6000 } })) }
const reel = draftOf('Un phare', { media: [videoOf()], format: 'reel' })
/** The first number that the fake gives away. */
const scheduledId = '101'
const waits = { kind: 'waiting', scheduledId, dueAt: intent.dueAt, isChanged: false }
const place = { scheduledId, dueAt: intent.dueAt }
const ledger = createRequestLedger()

describe('a reel that Facebook publishes at its time', () => {
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

  const handOver = (what = reel) => scheduler.handOver(session, what, intent)
  const find = (begun?: string | null) => {
    later = 120_000
    return scheduler.find(session, reel, { ...intent, sentAt: Date.now(), ...(begun === undefined ? {} : { begun }) })
  }

  it('goes as any reel, is told its time by the last call, and is read back', async () => {
    expect(valueOf(await handOver())).toEqual(waits)
    expect(server.requests.find(isFinish)?.json).toMatchObject({ video_id: scheduledId, video_state: 'SCHEDULED', scheduled_publish_time: intent.dueAt / 1000, description: 'Un phare' })
    expect(server.requests.some(({ path }) => path.endsWith('/videos'))).toBe(false)
    expect([network.waiting?.(), network.visible()]).toEqual([['Un phare'], []])
    expect(valueOf(await scheduler.read(session, reel, place))).toEqual(waits)
    expect(valueOf(await find())).toEqual(waits)
    expect(valueOf(await scheduler.listWaiting(session))).toMatchObject({ isComplete: true, posts: [{ scheduledId, text: 'Un phare', dueAt: intent.dueAt }] })
    expect(valueOf(await scheduler.read(session, draftOf('Une jetée', { media: reel.media, format: 'reel' }), place))).toEqual({ ...waits, isChanged: true })
  })

  it('moves and is called back, each as often as one asks', async () => {
    await handOver()
    const dueAt = intent.dueAt + day
    for (let time = 0; time < 2; time += 1) expect(valueOf(await scheduler.move(session, reel, place, dueAt))).toEqual({ ...waits, dueAt })
    later = 120_000
    for (let time = 0; time < 2; time += 1) expect(valueOf(await scheduler.cancel(session, reel, { ...place, dueAt }))).toEqual({ kind: 'gone' })
    expect([network.waiting?.(), network.visible()]).toEqual([[], []])
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
    expect(valueOf(await scheduler.find(session, reel, { ...intent, sentAt: Date.now() }))).toEqual({ kind: 'cannot_tell' })
    expect(valueOf(await find())).toEqual({ kind: 'gone' })
  })

  it('one that has a post already was told its time, also where Facebook does not say that time: it is not handed over anew', async () => {
    const postWithoutTime: Fault = { name: 'no time', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: scheduledId, published: false, post_id: '77', status: { video_status: 'upload_complete', publishing_phase: { status: 'not_started' } } })) }
    server.spoil(isFinish, riddles(true)[0]!, 1)
    expect(failureKind(await handOver())).toBe('unknown_outcome')
    server.spoil(({ method, path }) => method === 'GET' && path.endsWith(`/${scheduledId}`), postWithoutTime)
    expect(valueOf(await find())).toEqual({ kind: 'cannot_tell' })
  })

  it('after a crash it is asked by the number that was kept before the last call, and not handed over twice', async () => {
    const kept: string[] = []
    server.spoil(isFinish, riddles(true)[0]!, 1)
    const keepBegun = (token: string) => void kept.push(`${token} ${server.requests.filter(isFinish).length}`)
    expect(failureKind(await scheduler.handOver(session, reel, { ...intent, keepBegun }))).toBe('unknown_outcome')
    expect(kept).toEqual([`${scheduledId} 0`])
    scheduler = schedulerAnew()
    expect([valueOf(await find(scheduledId)), valueOf(await find(null))]).toEqual([waits, { kind: 'gone' }])
    // An older copy of the ledger knows no number: the list names it.
    expect(valueOf(await find())).toEqual(waits)
    expect([server.requests.filter(isFinish).length, network.waiting?.()]).toEqual([1, ['Un phare']])
  })

  it('what cannot be kept is not told its time', async () => {
    await expect(scheduler.handOver(session, reel, { ...intent, keepBegun: () => { throw new Error('a full disk') } })).rejects.toThrow('a full disk')
    expect([server.requests.filter(isFinish), network.waiting?.()]).toEqual([[], []])
  })

  it('is one film and nothing else', async () => {
    for (const media of [[videoOf(), videoOf()], [pictureOf('')], []]) expect(failureKind(await handOver(draftOf('Un phare', { media, format: 'reel' })))).toBe('rejected')
    expect(server.requests).toEqual([])
  })

  it('asked nothing of all this but what the description knows', () => {
    // The host that takes the bytes is another one, and described in words alone.
    if (hasSharedFolder) expect(ledger.complaints(loadFacebookDescription()).filter((complaint) => !complaint.includes('/video-upload/'))).toEqual([])
  })
})
