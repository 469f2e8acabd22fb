import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SentIntent } from '../../../electron/engine/networks/network-publisher.ts'
import { jobOf, publish } from './publish.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

let rig: OutboxRig
let looks: SentIntent[]

beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['wordpress'], lateGraceMinutes: 24 * 60 })
  looks = []
  const { publisher } = rig.server('wordpress').adapter
  const { findPublished } = publisher
  vi.spyOn(publisher, 'findPublished').mockImplementation((session, draft, intent) => {
    looks.push(intent)
    return findPublished.call(publisher, session, draft, intent)
  })
})
afterEach(() => rig.stop())

async function sendIntoTheVoid(): Promise<string> {
  await rig.advance(second)
  rig.server('wordpress').nextSends('accept_then_cut')
  const postId = await publish(rig, 'Once')
  await rig.settle()
  return postId
}

test('looks from when it was sent', async () => {
  await sendIntoTheVoid()
  const sentAt = rig.now()
  await rig.advance(10 * second)
  expect(looks).toMatchObject([{ sentAt, since: sentAt }])
})

test('a clock that was set back after a send takes the time of the send back with it', async () => {
  const postId = await sendIntoTheVoid()
  const sentAt = rig.now()
  rig.jump(-3 * hour)
  await rig.advance(2 * minute)
  expect(looks.length).toBeGreaterThan(0)
  for (const look of looks) {
    expect(look.sentAt).toBeLessThanOrEqual(sentAt - 3 * hour)
    expect(look.since).toBeLessThanOrEqual(sentAt - 3 * hour)
    expect(look.since).toBeGreaterThan(sentAt - 4 * hour)
  }
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
})

test('after a restart it looks a day further back, since nobody saw the clock meanwhile', async () => {
  await sendIntoTheVoid()
  const sentAt = rig.now()
  rig.crash()
  await rig.restart({ downForMs: minute })
  await rig.advance(10 * second)
  expect(looks).toMatchObject([{ sentAt, since: sentAt - 24 * hour }])
})

// In sleep the clock goes on with the world: set right meanwhile, it shows neither a step back nor how long ago it was sent.
test.each([
  ['the system says so', 30 * second, true],
  ['nobody says so', 12 * minute, false]
])('after a sleep it looks a day further back, since nobody saw the clock meanwhile: %s', async (_name, asleepMs, isTold) => {
  const postId = await sendIntoTheVoid()
  const sentAt = rig.now()
  rig.jump(asleepMs)
  if (isTold) rig.run.outbox.systemResumed?.()
  await rig.advance(10 * second)
  expect(looks).toMatchObject([{ sentAt, since: sentAt - 24 * hour }])
  expect(await jobOf(rig, postId)).toMatchObject({ state: 'published' })
})

test('what was sent while the clock was ahead was not sent later than now', async () => {
  await rig.advance(second)
  rig.jump(5 * hour)
  await sendIntoTheVoid()
  rig.crash()
  await rig.restart({ downForMs: -5 * hour })
  const startedAt = rig.now()
  await rig.advance(10 * second)
  expect(looks).toMatchObject([{ sentAt: startedAt }])
})

test('knows what belongs to other jobs', async () => {
  const first = await publish(rig, 'Once')
  await rig.settle()
  expect(await jobOf(rig, first)).toMatchObject({ state: 'published' })
  await sendIntoTheVoid()
  await rig.advance(10 * second)
  expect([looks[0]?.isAnothers?.('wordpress-1'), looks[0]?.isAnothers?.('wordpress-2')]).toEqual([true, false])
})
