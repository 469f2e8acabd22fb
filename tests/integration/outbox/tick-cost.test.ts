import { afterEach, beforeEach, expect, test } from 'vitest'
import { nextDueQueuedSql, nextDueSql, nextWakeSql } from '../../../electron/engine/outbox/outbox-statements.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const futurePosts = 100_000

let rig: OutboxRig
beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['bluesky', 'mastodon', 'wordpress', 'bluesky', 'mastodon'] })
})
afterEach(() => rig.stop())

/** One job a minute from tomorrow on, spread over the accounts; payloads as long as real ones. */
function fill(count: number): void {
  const { database } = rig.run.context
  const insert = database.prepare(
    `INSERT INTO outbox_jobs (id, kind, state, account_id, idempotency_key, intent_at, payload, excerpt, is_planned, due_at, next_attempt_at, created_at)
     VALUES (@id, 'publish_post', 'queued', @accountId, @id, @at, @payload, 'Hello', 1, @at, @at, 0)`
  )
  const payload = JSON.stringify({ effect: 'create', title: '', text: 'x'.repeat(280), document: { type: 'doc', content: [] }, media: [], replyTo: null, audience: 'public' })
  database.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const accountId = rig.accounts[index % rig.accounts.length]?.id
      insert.run({ id: `job-${index}`, accountId, payload, at: rig.now() + 86_400_000 + index * 60_000 })
    }
  })()
}

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
  fill(futurePosts)
  const full = measure()
  const counts = performance.now()
  const counted = rig.run.outbox.counts?.()
  const countsTook = performance.now() - counts
  expect(counted).toMatchObject({ waiting: futurePosts, needsAttention: 0 })
  console.log(`tick: ${empty.toFixed(3)} ms empty, ${full.toFixed(3)} ms with ${futurePosts} posts ahead; counts: ${countsTook.toFixed(1)} ms`)
  // Deeper trees cost a little; a scan would cost a hundred times as much.
  expect(full).toBeLessThan(Math.max(1, empty * 5))
})
