import { expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { createCostsRepository } from '../../../electron/engine/costs/costs-repository.ts'

test('what posts cost before messages were counted stays as it was, and readings are added to it', async () => {
  const database = openDatabase(':memory:')
  const before = workspaceMigrations.find(({ name }) => name === 'paid messages')!.version - 1
  await migrate(database, workspaceMigrations.filter(({ version }) => version <= before), async () => undefined)
  database.exec(`
    INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
    VALUES ('a', 'x', '@lea', 'Léa', 'https://api.x.com', '1', 'connected', '{}', 's', 0);
    INSERT INTO outbox_jobs (id, kind, state, account_id, idempotency_key, intent_at, payload, excerpt, is_planned, due_at, created_at, finished_at)
    VALUES ('j', 'publish_post', 'published', 'a', 'k', 0, '{}', '', 0, 0, 0, 5);
    INSERT INTO costs (job_id, month, mills, has_link, at) VALUES ('j', '2026-11', 200, 1, 5);
  `)
  expect(await migrate(database, workspaceMigrations, async () => undefined)).toMatchObject({ ok: true })
  const costs = createCostsRepository(database)
  expect(costs.months()).toEqual([{ month: '2026-11', posts: 1, withLink: 1, messagesSent: 0, messagesRead: 0, mills: 200 }])
  costs.addReading({ id: 'r', accountId: 'a', month: '2026-11', messages: 0, mills: 200 }, 6)
  costs.addReading({ id: 's', accountId: 'a', month: '2026-12', messages: 2, mills: 30 }, 7)
  expect([costs.spentIn('2026-11'), costs.spentIn('2026-12'), costs.spentIn('2027-01')]).toEqual([400, 30, 0])
  costs.settleReading('r', { messages: 3, mills: 50 })
  expect(costs.months()).toEqual([
    { month: '2026-12', posts: 0, withLink: 0, messagesSent: 0, messagesRead: 2, mills: 30 },
    { month: '2026-11', posts: 1, withLink: 1, messagesSent: 0, messagesRead: 3, mills: 250 }
  ])
  expect(() => database.exec(`INSERT INTO message_looks VALUES ('nobody', NULL, 0, NULL, 0)`)).toThrow(/FOREIGN KEY/)
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  database.close()
})
