import { afterEach, describe, expect, test } from 'vitest'
import { alertsIn, jobOf, publish, readPost } from './publish.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'

const minute = 60_000

let rig: OutboxRig
const start = async (options: RigOptions = {}): Promise<OutboxRig> => (rig = await startOutboxRig(options))
afterEach(() => rig.stop())

describe('a refusal for being asked too often', () => {
  test('is not tried again before its time, whatever is planned meanwhile, and over a restart', async () => {
    await start({ server: { rateLimitMs: 20 * minute } })
    rig.server('bluesky').nextSends('rate_limited')
    await publish(rig, 'First')
    await rig.settle()
    rig.crash()
    await rig.restart()
    const second = await publish(rig, 'Second')
    await rig.advance(10 * minute)
    rig.crash()
    await rig.restart()
    await rig.advance(9 * minute)
    expect(rig.server('bluesky').calls.publish).toBe(1)
    expect(await jobOf(rig, second)).toMatchObject({ state: 'queued', attempts: 0, failure: { code: 'rate_limited', details: { host: 'bluesky.example' } } })
    await rig.advance(2 * minute)
    expect(rig.server('bluesky').records.map(({ text }) => text)).toEqual(['First', 'Second'])
  })

  test('says until when, holds one account alone, and holds no longer for a clock that was set back', async () => {
    await start({ accounts: ['bluesky', 'mastodon'], server: { rateLimitMs: 20 * minute } })
    rig.server('bluesky').nextSends('rate_limited')
    const postId = await publish(rig, 'Both')
    await rig.settle()
    const { jobs } = await readPost(rig, postId)
    expect(jobs).toMatchObject([{ state: 'queued', failure: { code: 'rate_limited' } }, { state: 'published' }])
    rig.jump(-3 * 60 * minute)
    // A jump is noticed within a minute.
    await rig.advance(22 * minute)
    expect(rig.server('bluesky').records).toHaveLength(1)
  })

  test('of a look-up keeps back sends as well, and nothing is looked up sooner', async () => {
    await start({ accounts: ['wordpress'], server: { rateLimitMs: 20 * minute } })
    rig.server('wordpress').nextSends('accept_then_cut')
    rig.server('wordpress').nextLooks('rate_limited')
    await publish(rig, 'Once')
    await rig.advance(minute)
    await publish(rig, 'Later')
    await rig.advance(18 * minute)
    expect(rig.server('wordpress').calls).toMatchObject({ publish: 1, findPublished: 1 })
    await rig.advance(5 * minute)
    expect(rig.server('wordpress').records.map(({ text }) => text)).toEqual(['Once', 'Later'])
  })

  test('beyond the grace is told at once for what came due behind it, too', async () => {
    await start({ lateGraceMinutes: 10, server: { rateLimitMs: 30 * minute } })
    rig.server('bluesky').nextSends('rate_limited')
    await publish(rig, 'First')
    await rig.settle()
    const second = await publish(rig, 'Second')
    await rig.settle()
    expect(await jobOf(rig, second)).toMatchObject({ state: 'missed', failure: { code: 'rate_limited' } })
    expect(alertsIn(rig)).toHaveLength(2)
  })
})

test('a short budget is spread over its time, over a restart, and never used up at once', async () => {
  await start({ accounts: ['mastodon'], lateGraceMinutes: 24 * 60 })
  const until = rig.now() + 60 * minute
  const tell = (remaining: number) => rig.server('mastodon').budget.tell({ max: 300, remaining, resetsAt: until })
  tell(40)
  await publish(rig, 'First')
  await rig.settle()
  for (let number = 1; number < 30; number += 1) await publish(rig, `Post ${number}`, { at: '2026-11-21T10:05' })
  await rig.advance(6 * minute)
  expect(rig.server('mastodon').records.length).toBeLessThanOrEqual(3)
  rig.crash()
  await rig.restart()
  await rig.advance(50 * minute)
  const { length } = rig.server('mastodon').records
  expect(length).toBeGreaterThan(5)
  expect(length).toBeLessThanOrEqual(10)
  expect(rig.server('mastodon').budget.lowest()).toBeGreaterThanOrEqual(0)
  tell(300)
  rig.server('mastodon').budget.tell(null)
  await rig.advance(30 * minute)
  expect(rig.server('mastodon').records).toHaveLength(30)
})
