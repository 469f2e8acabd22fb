import { afterEach, describe, expect, test } from 'vitest'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { daysOf, readSeries, repeat, seriesRequest, valueOf } from '../series/repeat.ts'
import { handOver, handOverCall } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { jobsOf, readPost } from './publish.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let rig: OutboxRig
/** The rig starts at 10:00 in Paris. */
const start = async (...accounts: readonly NetworkId[]): Promise<OutboxRig> => (rig = await startOutboxRig({ accounts }))
afterEach(() => rig.stop())

/** It answers no call, and publishes nothing of what waits there. */
function goesDown(networkId: NetworkId): void {
  rig.server(networkId).scheduler.stopPublishing(true)
  rig.server(networkId).scheduler.otherwise(() => 'unreachable')
}

function comesBack(networkId: NetworkId): void {
  rig.server(networkId).scheduler.stopPublishing(false)
  rig.server(networkId).scheduler.otherwise(() => 'fine')
}

const out = (networkId: NetworkId): number => rig.server(networkId).records.length
const waiting = (networkId: NetworkId): number => rig.server(networkId).scheduler.waiting.length
const statesOf = async (postId: string): Promise<readonly string[]> => (await jobsOf(rig, postId)).map(({ state, cancelReason }) => (cancelReason === null ? state : `${state}: ${cancelReason}`))

describe('called back to be written on, from several networks', () => {
  test('what is back first does not go from here while another network is down, through a crash too', async () => {
    await start('mastodon', 'wordpress')
    const postId = await handOver(rig)
    goesDown('wordpress')
    await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'edit' })
    await rig.advance(minute)
    expect([waiting('mastodon'), waiting('wordpress')]).toEqual([0, 1])
    expect(await statesOf(postId)).toEqual(['cancelled: taken_back', 'pending_at_network'])
    rig.crash()
    await rig.restart()
    await rig.advance(hour)
    comesBack('wordpress')
    await rig.advance(20 * minute)
    expect((await readPost(rig, postId)).post.status).toBe('draft')
    await rig.advance(day)
    expect([out('mastodon'), out('wordpress')]).toEqual([0, 0])
  })

  test('nor does it once its time is over and the other network has published it', async () => {
    await start('mastodon', 'wordpress')
    const postId = await handOver(rig)
    rig.server('wordpress').scheduler.otherwise(() => 'unreachable')
    await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'edit' })
    await rig.advance(3 * hour)
    comesBack('wordpress')
    await rig.advance(hour)
    expect([out('mastodon'), out('wordpress')]).toEqual([0, 1])
    expect(await statesOf(postId)).toEqual(['cancelled: taken_back', 'published'])
    expect((await readPost(rig, postId)).post.status).toBe('partly_published')
  })

  test('what was being sent from here, and is not there after all, is not sent again', async () => {
    await start('mastodon', 'bluesky')
    const postId = await handOver(rig)
    // Mastodon keeps it a little after its time, while Bluesky's send is cut off.
    rig.server('mastodon').scheduler.stopPublishing(true)
    rig.server('bluesky').nextSends('cut_before')
    await rig.advance(2 * hour + 1000)
    expect(await statesOf(postId)).toEqual(['pending_at_network', 'unknown_outcome'])
    await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'edit' })
    await rig.advance(day)
    // What its network did after its time is asked about.
    expect(await statesOf(postId)).toEqual(['unknown_outcome: taken_back', 'cancelled: taken_back'])
    expect([out('mastodon'), out('bluesky'), rig.server('bluesky').calls.publish]).toEqual([0, 0, 1])
  })

  test('what never left this computer does not leave it while the network is down', async () => {
    await start('mastodon', 'bluesky')
    const postId = await handOver(rig)
    goesDown('mastodon')
    await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'edit' })
    // Thinking again does not bring half of it back.
    await handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'wait_here' })
    await rig.advance(hour)
    comesBack('mastodon')
    await rig.advance(3 * hour)
    expect([out('mastodon'), out('bluesky')]).toEqual([0, 0])
    expect((await readPost(rig, postId)).post.status).toBe('draft')
  })

  test('deleted there in that moment, it is a draft, and nobody is asked', async () => {
    await start('wordpress', 'bluesky')
    const postId = await handOver(rig, 'Hello', '2026-11-21T16:00')
    const { scheduler } = rig.server('wordpress')
    scheduler.waiting.pop()
    let isAsked = false
    // The look is under way when the user presses the button.
    scheduler.otherwise(() => {
      if (!isAsked) void handOverCall(rig, 'handOver.takeBack', { postId, afterwards: 'edit' })
      isAsked = true
      return 'fine'
    })
    await rig.advance(hour)
    expect(isAsked).toBe(true)
    expect(await statesOf(postId)).toEqual(['cancelled: taken_back', 'cancelled: taken_back'])
    expect((await readPost(rig, postId)).post.status).toBe('draft')
    await rig.advance(day)
    expect([out('wordpress'), out('bluesky')]).toEqual([0, 0])
  })
})

describe('a day of a series that waits with several networks', () => {
  /** Tuesdays at nine in Paris; the first is with its networks. */
  async function startSeries() {
    await start('mastodon', 'wordpress')
    const series = await repeat(rig)
    await handOverCall(rig, 'handOver.start', { postId: series.occurrences[0]?.postId ?? '' })
    await rig.settle()
    expect([waiting('mastodon'), waiting('wordpress')]).toEqual([1, 1])
    goesDown('wordpress')
    return series
  }
  const skip = async (seriesId: string) => valueOf(await seriesRequest(rig, 'series.skip', { seriesId, date: '2026-11-24', skip: true }))
  const end = async (seriesId: string) => valueOf(await seriesRequest(rig, 'series.setState', { seriesId, state: 'ended' }))

  test.each([['left out', skip], ['its series ended', end]] as const)('%s, it goes from nowhere while one of them is down', async (_name, act) => {
    const { id } = await startSeries()
    await act(id)
    await rig.advance(3 * day)
    expect(rig.now()).toBeGreaterThan(Date.UTC(2026, 10, 24, 8))
    expect([waiting('mastodon'), waiting('wordpress')]).toEqual([0, 1])
    expect([out('mastodon'), out('wordpress')]).toEqual([0, 0])
  })

  test('left out, the day is free once the last of it is back', async () => {
    const { id } = await startSeries()
    await skip(id)
    await rig.advance(day)
    comesBack('wordpress')
    await rig.advance(hour)
    const series = await readSeries(rig)
    expect([series.calledBack, daysOf(series, 'skipped')]).toEqual([[], ['2026-11-24']])
    expect(series.occurrences.find(({ date }) => date === '2026-11-24')?.postId ?? null).toBeNull()
    await rig.advance(3 * day)
    expect([out('mastodon'), out('wordpress')]).toEqual([0, 0])
  })
})
