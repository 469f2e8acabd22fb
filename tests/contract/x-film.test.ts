import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { xLimitsOf } from '../../electron/engine/networks/x/x-connect.ts'
import { segmentsOf } from '../../electron/engine/networks/x/x-upload.ts'
import { xCapabilities, xFilmMs } from '../../shared/networks/x-capabilities.ts'
import { withServerLimits } from '../../shared/networks/with-server-limits.ts'
import { draftOf, failureKind, valueOf, videoOf } from '../support/adapter-session.ts'
import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import type { Fault } from './hostile-server.ts'
import { startNetworkRig } from './network-rig.ts'

const megabyte = 1024 * 1024
/** Two segments, the second one short. */
const film = { ...videoOf('marée.mp4', 4 * megabyte + 1000), captions: [{ language: 'fr' as const, fileName: 'marée.fr.vtt', cues: [{ startMs: 1000, endMs: 2500, text: 'Marée basse' }] }] }
const draft = draftOf('Le film', { media: [film] })
const lost: Fault = { name: 'lost', isDone: true, spoil: (response) => void response.socket?.resetAndDestroy() }
const cut: Fault = { name: 'cut', isDone: false, spoil: (response) => void response.socket?.resetAndDestroy() }
const isAppend = ({ path, text }: FakeRequest): boolean => path.endsWith('/append') && !text.includes(' --> ')
const isClose = ({ path }: FakeRequest): boolean => path.endsWith('/finalize')
const isLook = ({ method, path }: FakeRequest): boolean => method === 'GET' && path === '/2/media/upload'
/** The outbox cuts off an attempt in which nothing moves for five minutes; the calls take their time, too. */
const longestOfAttempt = 4.5 * 60_000
const isPost = ({ method, path }: FakeRequest): boolean => method === 'POST' && path === '/2/tweets'

/** Attempts one after the other, each told what the one before has begun, as the outbox tells it. */
async function rig(change?: (request: FakeRequest, answer: FakeAnswer) => FakeAnswer, key = () => 'one') {
  let begun: string | undefined
  let later = 0
  const waited: number[] = []
  const clock = { now: () => Date.now() + later, after: (delay: number, callback: () => void) => (waited.push(delay), setImmediate(callback), () => undefined) }
  const started = await startNetworkRig('X', { clock, ...(change === undefined ? {} : { change }) })
  const { adapter, session, server } = started
  const attempt = async (what = draft) => {
    const begunBefore = begun
    begun = undefined
    return adapter.publisher.publish(session, what, { idempotencyKey: key(), intentAt: Date.now(), keepBegun: (token) => void (begun = token), ...(begunBefore === undefined ? {} : { begunBefore }) })
  }
  const segments = (): readonly string[] => server.requests.filter(isAppend).map(({ text }) => /name="segment_index"\r\n\r\n(\d+)/.exec(text)?.[1] ?? '')
  const filmsBegun = (): number => server.requests.filter(({ path, json }) => path === '/2/media/upload/initialize' && json['media_category'] === 'tweet_video').length
  const joined = (): number => server.requests.filter(({ path }) => path === '/2/media/subtitles').length
  return { ...started, attempt, segments, filmsBegun, joined, waited, pass: (ms: number) => void (later += ms) }
}

it.each([['within the same run', () => 'one'], ['by what was kept alone, as after a crash', randomUUID]])('a film that was cut is gone on with at its next segment, and handed over once, %s', async (_how, key) => {
  const { attempt, segments, filmsBegun, server, network, complaints } = await rig(undefined, key)
  server.spoil((request) => isAppend(request) && request.text.includes('\r\n\r\n1\r\n'), cut, 1)
  expect(failureKind(await attempt())).not.toBe('rejected')
  expect(network.visible()).toEqual([])
  valueOf(await attempt())
  expect([segments(), filmsBegun(), network.visible()]).toEqual([['0', '1', '1'], 1, ['Le film']])
  expect(complaints()).toEqual([])
})

it('what X works on for longer than an attempt may wait is waited for by the next ones, and not sent again', async () => {
  let isAtWork = true
  const { attempt, segments, filmsBegun, waited, network } = await rig((request, answer) =>
    isAtWork && (isLook(request) || isClose(request)) ? { status: 200, json: { data: { id: request.query.get('media_id') ?? request.path.split('/').at(-2), processing_info: { state: 'in_progress', check_after_secs: 60 } } } } : answer
  )
  for (const attempts of [1, 2]) {
    expect(await attempt()).toMatchObject({ ok: false, failure: { kind: 'server_error', error: { retryable: true, details: { reason: 'media_processing' } } } })
    expect(waited.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(attempts * longestOfAttempt)
  }
  expect(network.visible()).toEqual([])
  isAtWork = false
  valueOf(await attempt())
  expect([segments().length, filmsBegun(), network.visible()]).toEqual([2, 1, ['Le film']])
})

it('an attempt waits for the film and its subtitles together no longer than the outbox waits for it', async () => {
  let looks = 0
  const { attempt, waited, segments, network } = await rig((request, answer) => {
    if (!isClose(request) && !isLook(request)) return answer
    looks += 1
    return { status: 200, json: { data: { id: request.query.get('media_id') ?? request.path.split('/').at(-2), processing_info: looks % 4 === 0 ? { state: 'succeeded' } : { state: 'in_progress', check_after_secs: 60 } } } }
  })
  expect(await attempt()).toMatchObject({ ok: false, failure: { kind: 'server_error', error: { retryable: true, details: { reason: 'media_processing' } } } })
  expect(waited.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(longestOfAttempt)
  expect(network.visible()).toEqual([])
  valueOf(await attempt())
  expect([segments().length, network.visible()]).toEqual([2, ['Le film']])
})

it('an access that ends in the middle, renewed within the attempt, does not begin the film anew', async () => {
  const { adapter, session, server, segments, filmsBegun, network } = await rig()
  server.spoil((request) => isAppend(request) && request.text.includes('\r\n\r\n1\r\n'), { name: 'ended', isDone: false, spoil: (response) => void response.writeHead(401, { 'content-type': 'application/json' }).end('{}') }, 1)
  const send = () => adapter.publisher.publish(session, draft, { idempotencyKey: 'same', intentAt: Date.now() })
  await send()
  valueOf(await send())
  expect([segments(), filmsBegun(), network.visible()]).toEqual([['0', '1', '1'], 1, ['Le film']])
})

it('a post that X did not get goes out with the film that is there, whose subtitles are joined once', async () => {
  const { attempt, segments, filmsBegun, joined, server, network } = await rig()
  server.spoil(isPost, cut, 1)
  expect(failureKind(await attempt())).toBe('unknown_outcome')
  valueOf(await attempt())
  expect([segments().length, filmsBegun(), joined(), network.visible()]).toEqual([2, 1, 1, ['Le film']])
})

it('a post whose answer was lost is found by its words, and not made again', async () => {
  const { attempt, server, network, find } = await rig()
  server.spoil(isPost, lost, 1)
  expect(failureKind(await attempt())).toBe('unknown_outcome')
  expect(valueOf(await find(draft))).toHaveProperty('remoteId')
  expect(network.visible()).toEqual(['Le film'])
})

it('a film that was closed, and X’s word of it lost, is at X all the same', async () => {
  const { attempt, segments, filmsBegun, server, network } = await rig()
  server.spoil((request) => isClose(request), lost, 1)
  expect(failureKind(await attempt())).not.toBe('rejected')
  valueOf(await attempt())
  expect([segments().length, filmsBegun(), network.visible()]).toEqual([2, 1, ['Le film']])
})

it.each([
  ['X knows no more', ({ server }: Awaited<ReturnType<typeof rig>>): void => server.spoil(isLook, { name: 'gone', isDone: false, spoil: (response) => void response.writeHead(404, { 'content-type': 'application/json' }).end('{"title":"Not Found"}') }, 1)],
  ['X keeps no longer', ({ pass }: Awaited<ReturnType<typeof rig>>): void => pass(24 * 3_600_000)]
])('a film that %s is handed over anew', async (_what, befalls) => {
  let isAtWork = true
  const started = await rig((request, answer) => (isAtWork && (isLook(request) || isClose(request)) ? { status: 200, json: { data: { id: '1', expires_after_secs: 86_400, processing_info: { state: 'in_progress', check_after_secs: 300 } } } } : answer))
  expect(failureKind(await started.attempt())).toBe('server_error')
  isAtWork = false
  befalls(started)
  valueOf(await started.attempt())
  expect([started.filmsBegun(), started.network.visible()]).toEqual([2, ['Le film']])
})

it('another film, or the word of nobody, is never gone on with', async () => {
  const { attempt, filmsBegun, server, network, adapter, session } = await rig()
  server.spoil(isAppend, cut, 1)
  await attempt()
  valueOf(await attempt(draftOf('Le film', { media: [{ ...film, fileName: 'autre.mp4' }] })))
  expect(filmsBegun()).toBe(2)
  for (const [at, begunBefore] of ['', 'none', '{"film":"../me","fileName":"marée.mp4"}', '["video","1","marée.mp4",4195304]'].entries()) valueOf(await adapter.publisher.publish(session, { ...draft, text: `Encore ${at}` }, { idempotencyKey: `two ${at}`, intentAt: Date.now(), begunBefore }))
  expect([filmsBegun(), network.visible().length]).toEqual([6, 5])
})

it('a film with which X refused the post is handed over anew by whoever tries again', async () => {
  const { attempt, filmsBegun, server, network } = await rig()
  server.spoil(isPost, { name: 'no such media', isDone: false, spoil: (response) => void response.writeHead(400, { 'content-type': 'application/json' }).end('{"title":"Invalid Request","detail":"Your media IDs are invalid."}') }, 1)
  expect(failureKind(await attempt())).toBe('rejected')
  valueOf(await attempt())
  expect([filmsBegun(), network.visible()]).toEqual([2, ['Le film']])
})

it('no film needs more segments than X takes, and how long one may be goes by what the account is told to be', () => {
  expect([segmentsOf({ byteLength: xCapabilities.video!.maxBytes.value }), segmentsOf({ byteLength: 1000 * 4 * megabyte }), segmentsOf({ byteLength: 1 })]).toEqual([1000, 1000, 1])
  const longest = (who: Parameters<typeof xLimitsOf>[0]): number | null | undefined => withServerLimits(xCapabilities, xLimitsOf(who)).video?.maxDurationMs.value
  expect([longest({}), longest({ verified_type: 'none', subscription_type: 'None' }), longest({ subscription_type: 'Basic' })]).toEqual([xFilmMs.usual, xFilmMs.usual, xFilmMs.usual])
  expect([longest({ verified_type: 'blue' }), longest({ subscription_type: 'PremiumPlus', verified_type: 'none' }), longest({ verified_type: 'business' })]).toEqual(Array(3).fill(xFilmMs.premium))
})

it('what the account pays for is told with the login', async () => {
  const { adapter, session, complaints } = await rig((request, answer) => (request.path === '/2/users/me' ? { status: 200, json: { data: { id: '1001', name: 'Léa', username: 'lea', verified_type: 'blue', subscription_type: 'Premium' } } } : answer))
  expect(valueOf(await adapter.connect.whoAmI(session)).serverLimits.media?.maxVideoMs).toBe(xFilmMs.premium)
  expect(complaints()).toEqual([])
})

it('a post whose film is not understood is not in doubt: nothing of it is there, and no look is paid for', async () => {
  const { attempt, network } = await rig((request, answer) => (isClose(request) ? { status: 200, json: { data: {} } } : answer))
  expect(failureKind(await attempt())).toBe('server_error')
  expect(network.visible()).toEqual([])
})
