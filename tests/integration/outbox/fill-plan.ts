import type { OutboxRig } from './outbox-rig.ts'

/** The payload of a post of the usual length. */
export const payloadOfPlan = JSON.stringify({ effect: 'create', title: '', text: 'x'.repeat(280), document: { type: 'doc', content: [] }, media: [], replyTo: null, audience: 'public' })

/** One job a minute from tomorrow on, spread over the accounts; payloads as long as real ones. */
export function fillPlan(rig: OutboxRig, count: number): void {
  const { database } = rig.run.context
  const insert = database.prepare(
    `INSERT INTO outbox_jobs (id, kind, state, account_id, idempotency_key, intent_at, payload, excerpt, is_planned, due_at, next_attempt_at, created_at)
     VALUES (@id, 'publish_post', 'queued', @accountId, @id, @at, @payload, 'Hello', 1, @at, @at, 0)`
  )
  const before = database.prepare<[], number>('SELECT count(*) FROM outbox_jobs').pluck().get() ?? 0
  database.transaction(() => {
    for (let index = before; index < before + count; index += 1) {
      const accountId = rig.accounts[index % rig.accounts.length]?.id
      insert.run({ id: `job-${index}`, accountId, payload: payloadOfPlan, at: rig.now() + 86_400_000 + index * 60_000 })
    }
  })()
}
