import { expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { textDigest } from '../../../electron/engine/outbox/text-digest.ts'
import { jobKinds } from '../../../shared/outbox/job.ts'

const upTo = (version: number) => workspaceMigrations.filter((migration) => migration.version <= version)
const insert = `INSERT INTO outbox_jobs (id, kind, state, account_id, idempotency_key, intent_at, payload, excerpt, is_planned, due_at, created_at)`

test('jobs and attempts of before stay as they were, and each new kind fits afterwards', async () => {
  const database = openDatabase(':memory:')
  const before = workspaceMigrations.find(({ name }) => name === 'acts')!.version - 1
  await migrate(database, upTo(before), async () => undefined)
  database.exec(`
    INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
    VALUES ('a', 'mastodon', '@lea', 'Léa', 'https://social.example', '1', 'connected', '{}', 's', 0);
    ${insert} VALUES ('j', 'reply', 'queued', 'a', 'k', 0, '{}', '', 0, 0, 0);
    INSERT INTO job_attempts (id, job_id, step, outcome, started_at) VALUES ('t', 'j', 'send', 'running', 0);
  `)
  expect(() => database.exec(`${insert} VALUES ('r', 'repost', 'queued', 'a', 'k2', 0, '{}', '', 0, 0, 0)`)).toThrow(/CHECK/)
  expect(await migrate(database, workspaceMigrations, async () => undefined)).toMatchObject({ ok: true })
  for (const [number, kind] of jobKinds.entries()) database.prepare(`${insert} VALUES (?, ?, 'queued', 'a', ?, 0, '{}', '', 0, 0, 0)`).run(`n${number}`, kind, `key ${number}`)
  expect(() => database.exec(`${insert} VALUES ('x', 'dance', 'queued', 'a', 'k3', 0, '{}', '', 0, 0, 0)`)).toThrow(/CHECK/)
  expect(database.prepare(`SELECT job_id FROM job_attempts`).pluck().all()).toEqual(['j'])
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(() => database.exec(`UPDATE sqlite_schema SET sql = '' WHERE name = 'outbox_jobs'`)).toThrow(/may not be modified/)
  database.close()
})

test('what was cancelled before says honestly that nobody wrote down why, and the texts of before are found again', async () => {
  const database = openDatabase(':memory:')
  await migrate(database, upTo(workspaceMigrations.find(({ name }) => name === 'ledger')!.version - 1), async () => undefined)
  database.exec(`
    INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
    VALUES ('a', 'mastodon', '@lea', 'Léa', 'https://social.example', '1', 'connected', '{}', 's', 0);
    INSERT INTO outbox_jobs (id, kind, state, account_id, idempotency_key, intent_at, payload, excerpt, is_planned, due_at, created_at, finished_at)
    VALUES ('gone', 'publish_post', 'cancelled', 'a', 'k1', 0, '{"effect":"create","text":"High tide"}', '', 0, 0, 0, 5), ('broken', 'publish_post', 'failed', 'a', 'k2', 0, 'not JSON', '', 0, 0, 0, NULL);
  `)
  expect(await migrate(database, workspaceMigrations, async () => undefined)).toMatchObject({ ok: true })
  const rows = database.prepare('SELECT id, cancel_reason, text_digest FROM outbox_jobs ORDER BY id').all()
  expect(rows).toEqual([{ id: 'broken', cancel_reason: null, text_digest: null }, { id: 'gone', cancel_reason: null, text_digest: textDigest(' high  TIDE ') }])
  expect(() => database.prepare('SELECT lease_until FROM outbox_jobs').all()).toThrow(/no such column/)
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  database.close()
})

test('the words of edits of before are found, beside the poll that stands with them', async () => {
  const database = openDatabase(':memory:')
  await migrate(database, upTo(workspaceMigrations.find(({ name }) => name === 'words of edits')!.version - 1), async () => undefined)
  const nothing = { type: 'doc', content: [] }
  const poll = { choices: ['Yes', 'No'], minutes: 60 }
  const sent = (more: object) => JSON.stringify({ effect: 'create', title: '', text: 'Low tide', document: nothing, media: [], replyTo: null, audience: 'public', ...more })
  const edit = JSON.stringify({ effect: 'edit', remoteId: '1', title: '', text: 'High tide', document: nothing, seen: null, hasMedia: false, contentHash: '' })
  database.exec(`
    INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
    VALUES ('a', 'mastodon', '@lea', 'Léa', 'https://social.example', '1', 'connected', '{}', 's', 0)`)
  const add = database.prepare(`INSERT INTO outbox_jobs (id, kind, state, account_id, idempotency_key, intent_at, payload, excerpt, is_planned, due_at, created_at, finished_at, about_job_id, about_post_id)
    VALUES (@id, @kind, 'published', 'a', @id, 0, @payload, '', 0, 0, 0, 5, @about, @about)`)
  add.run({ id: 'plain', kind: 'publish_post', payload: sent({}), about: null })
  add.run({ id: 'asking', kind: 'publish_post', payload: sent({ poll }), about: null })
  add.run({ id: 'quoting', kind: 'publish_post', payload: sent({ quote: { networkId: 'mastodon', serverUrl: 'https://social.example', remoteId: '9', author: '', handle: '', text: '', url: 'https://social.example/9', writtenAt: 0 } }), about: null })
  add.run({ id: 'nameless', kind: 'publish_post', payload: sent({ quote: { networkId: 'mastodon', serverUrl: 'https://social.example', remoteId: '9', author: '', handle: '', text: '', url: '', writtenAt: 0 } }), about: null })
  add.run({ id: 'cut', kind: 'publish_post', payload: 'not JSON', about: null })
  for (const about of ['quoting', 'nameless', 'cut']) add.run({ id: `${about} edit`, kind: 'edit', payload: edit, about })
  add.run({ id: 'plain edit', kind: 'edit', payload: edit, about: 'plain' })
  add.run({ id: 'asking edit', kind: 'edit', payload: edit, about: 'asking' })
  add.run({ id: 'broken edit', kind: 'edit', payload: 'not JSON', about: 'plain' })
  expect(await migrate(database, workspaceMigrations, async () => undefined)).toMatchObject({ ok: true })
  expect(database.prepare(`SELECT id, text_digest FROM outbox_jobs WHERE kind = 'edit' ORDER BY id`).all()).toEqual([
    { id: 'asking edit', text_digest: textDigest('High tide\nYes\nNo') }, { id: 'broken edit', text_digest: null }, { id: 'cut edit', text_digest: textDigest('High tide') },
    { id: 'nameless edit', text_digest: textDigest('High tide\n9') }, { id: 'plain edit', text_digest: textDigest('high TIDE') }, { id: 'quoting edit', text_digest: textDigest('High tide\nhttps://social.example/9') }
  ])
  database.close()
})
