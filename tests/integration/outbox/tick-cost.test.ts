import { afterEach, beforeEach, expect, test } from 'vitest'
import { nextDueQueuedSql, nextDueSql, nextWakeSql } from '../../../electron/engine/outbox/outbox-statements.ts'
import { fillPlan } from './fill-plan.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const futurePosts = 100_000

let rig: OutboxRig
beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['bluesky', 'mastodon', 'wordpress', 'bluesky', 'mastodon'] })
})
afterEach(() => rig.stop())

test.each([
  ['what is due', nextDueSql],
  ['what is due and queued', nextDueQueuedSql],
  ['when to wake', nextWakeSql]
])('%s is answered from the index alone, without sorting', (_name, sql) => {
  const plan = rig.run.context.database
    .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all({ accountId: 'a', now: 0 })
    .map((step) => step.detail)
  expect(plan).toHaveLength(1)
  expect(plan[0]).toMatch(/^SEARCH outbox_jobs USING COVERING INDEX outbox_next \(account_id=\? AND next_attempt_at[<>]\?/)
})

test('a tick costs the same with a hundred thousand posts ahead as with none', () => {
  const measure = (): number => {
    const times = Array.from({ length: 200 }, () => {
      const before = performance.now()
      rig.run.outbox.work.tick()
      return performance.now() - before
    })
    return times.toSorted((a, b) => a - b)[100] ?? 0
  }
  measure()
  const empty = measure()
  fillPlan(rig, futurePosts)
  const full = measure()
  const counts = performance.now()
  const counted = rig.run.outbox.counts?.()
  const countsTook = performance.now() - counts
  expect(counted).toMatchObject({ waiting: futurePosts, needsAttention: 0 })
  console.log(`tick: ${empty.toFixed(3)} ms empty, ${full.toFixed(3)} ms with ${futurePosts} posts ahead; counts: ${countsTook.toFixed(1)} ms`)
  // Deeper trees cost a little; a scan would cost a hundred times as much.
  expect(full).toBeLessThan(Math.max(1, empty * 5))
})
