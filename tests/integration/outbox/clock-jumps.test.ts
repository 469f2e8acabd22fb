import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import { live, published, repeat } from '../series/repeat.ts'
import { publish, readPost } from './publish.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

let rig: OutboxRig
afterEach(() => rig.stop())

const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/Santiago', 'Africa/Casablanca', 'Pacific/Apia', 'UTC']
const steps = fc.oneof(
  fc.record({ what: fc.constant('jump' as const), by: fc.integer({ min: -5 * hour, max: 5 * hour }) }),
  fc.record({ what: fc.constant('pass' as const), by: fc.integer({ min: minute, max: 40 * minute }) }),
  fc.record({ what: fc.constant('off' as const), by: fc.integer({ min: minute, max: 9 * hour }) })
)

test('whatever the clock does, nothing goes before its time by the clock, nothing twice, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...zones), fc.array(steps, { maxLength: 9 }), fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 3 }), async (timeZone, path, minutes) => {
      rig = await startOutboxRig()
      try {
        rig.changeWorkspace({ timeZone })
        const wentAt = new Map<string, number>()
        rig.server('bluesky').onAccepted(({ text }) => void wentAt.set(text, rig.now()))
        const posts = await Promise.all(minutes.map((ahead, index) => publish(rig, `Post ${index}`, { at: toLocalDateTime(rig.now() + ahead * minute, timeZone) })))
        for (const step of path) {
          if (step.what === 'jump') rig.jump(step.by)
          else if (step.what === 'pass') await rig.advance(step.by)
          else {
            rig.crash()
            await rig.restart({ downForMs: step.by })
          }
        }
        await live(rig, 40 * hour)
        const sent = rig.server('bluesky').records.map(({ text }) => text)
        expect(new Set(sent).size).toBe(sent.length)
        for (const [index, postId] of posts.entries()) {
          const { post } = await readPost(rig, postId)
          const at = wentAt.get(`Post ${index}`)
          expect(post.status).toBe(at === undefined ? 'needs_attention' : 'published')
          if (at !== undefined) expect(at).toBeGreaterThanOrEqual(post.schedule?.dueAt ?? 0)
        }
        expect(rig.errors).toEqual([])
      } finally {
        rig.stop()
      }
    }),
    { numRuns: Number(process.env['VIGIE_CLOCK_RUNS'] ?? 15) }
  )
  rig = await startOutboxRig()
})

test('a post half a year ahead goes at its minute, after sleeps and a change of the clocks', async () => {
  rig = await startOutboxRig()
  await publish(rig, 'Far', { at: '2027-06-01T09:00' })
  await live(rig, 220 * day)
  expect(published(rig)).toEqual(['2027-06-01T07:00 Far'])
})

test('a clock set ten years ahead and back again leaves a series as it was', async () => {
  rig = await startOutboxRig()
  await repeat(rig, { end: { kind: 'count', count: 3 } })
  rig.jump(3650 * day)
  await rig.advance(20 * minute)
  expect(rig.run.outbox.counts?.()).toMatchObject({ needsAttention: 1 })
  expect(published(rig)).toEqual([])
  rig.jump(-3650 * day)
  await rig.advance(20 * minute)
  await live(rig, 40 * day)
  expect(published(rig)).toEqual(['2026-11-24T08:00 Hello', '2026-12-01T08:00 Hello', '2026-12-08T08:00 Hello'])
  expect(rig.run.outbox.counts?.()).toMatchObject({ needsAttention: 0 })
})
