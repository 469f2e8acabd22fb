import { expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { attemptOutcomes, attemptSteps } from '../../../shared/outbox/job.ts'

test('hand-overs and attempts of before stay as they were, and each new step and outcome fits afterwards', async () => {
  const database = openDatabase(':memory:')
  const before = workspaceMigrations.find(({ name }) => name === 'followed hand-overs')!.version - 1
  await migrate(database, workspaceMigrations.filter(({ version }) => version <= before), async () => undefined)
  database.exec(`
    INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
    VALUES ('a', 'mastodon', '@lea', 'Léa', 'https://social.example', '1', 'connected', '{}', 's', 0);
    INSERT INTO outbox_jobs (id, kind, state, account_id, idempotency_key, intent_at, payload, excerpt, is_planned, due_at, created_at, hand_over)
    VALUES ('j', 'publish_post', 'pending_at_network', 'a', 'k', 0, '{}', '', 1, 500, 0, 'with_network');
    INSERT INTO job_attempts (id, job_id, step, outcome, started_at) VALUES ('t', 'j', 'send', 'failed', 7);
    INSERT INTO hand_overs (job_id, account_id, wish, idempotency_key, scheduled_id, due_at, asked_due_at) VALUES ('j', 'a', 'stay', 'hk', '9', 500, 400);
  `)
  expect(await migrate(database, workspaceMigrations, async () => undefined)).toMatchObject({ ok: true })
  expect(database.prepare('SELECT * FROM hand_overs').all()).toMatchObject([{ job_id: 'j', wish: 'stay', scheduled_id: '9', due_at: 500, asked_due_at: 400, due_until: 500, was_held: 0 }])
  expect(database.prepare('SELECT * FROM job_attempts').all()).toMatchObject([{ id: 't', step: 'send', outcome: 'failed', started_at: 7, detail: null }])
  const insert = database.prepare(`INSERT INTO job_attempts (id, job_id, step, outcome, started_at) VALUES (?, 'j', ?, ?, 0)`)
  for (const step of attemptSteps) insert.run(step, step, 'running')
  for (const outcome of attemptOutcomes) insert.run(outcome, 'send', outcome)
  expect(() => insert.run('x', 'dance', 'running')).toThrow(/CHECK/)
  database.close()
})
