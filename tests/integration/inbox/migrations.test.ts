import { describe, expect, it } from 'vitest'
import { migrate, readVersion } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'

const upTo = (version: number) => workspaceMigrations.filter((migration) => migration.version <= version)

describe('a workspace from before the inbox', () => {
  it('keeps its accounts and jobs when inbox and watch are added, one after the other', async () => {
    const database = openDatabase(':memory:')
    await migrate(database, upTo(3), async () => undefined)
    database.exec(`
      INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
      VALUES ('a', 'mastodon', '@lea', 'Léa', 'https://social.example', '1', 'connected', '{}', 's', 0);
      INSERT INTO outbox_jobs (id, kind, state, account_id, idempotency_key, intent_at, payload, excerpt, is_planned, due_at, created_at)
      VALUES ('j', 'reply', 'queued', 'a', 'k', 0, '{}', '', 0, 0, 0);
    `)
    for (const version of [4, 5]) {
      const backups: number[] = []
      const migrated = await migrate(database, upTo(version), async (from) => void backups.push(from))
      expect(migrated).toMatchObject({ ok: true, value: { from: version - 1, to: version } })
      expect(backups).toEqual([version - 1])
      expect(readVersion(database)).toBe(version)
    }
    expect(database.prepare('SELECT id FROM outbox_jobs').pluck().all()).toEqual(['j'])
    database.exec(`
      INSERT INTO conversations (id, account_id, kind, remote_id, author_name, author_handle, last_text, last_at, last_is_own, unread, state, handled_until)
      VALUES ('c', 'a', 'comment', 'r', '', '', '', 0, 0, 0, 'open', 0);
    `)
    expect(() => database.exec(`UPDATE conversations SET state = 'snoozed'`)).toThrow(/CHECK/)
    expect(() => database.exec(`INSERT INTO watch_hits VALUES ('no rule', 1, 0)`)).toThrow(/FOREIGN KEY/)
    database.close()
  })

  it('keeps its conversations when they learn that they came back from a snooze', async () => {
    const database = openDatabase(':memory:')
    await migrate(database, upTo(6), async () => undefined)
    database.exec(`
      INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
      VALUES ('a', 'mastodon', '@lea', 'Léa', 'https://social.example', '1', 'connected', '{}', 's', 0);
      INSERT INTO conversations (id, account_id, kind, remote_id, author_name, author_handle, last_text, last_at, last_is_own, unread, state, snoozed_until, handled_until)
      VALUES ('c', 'a', 'comment', 'r', '', '', '', 7, 0, 0, 'snoozed', 9, 0);
    `)
    await migrate(database, workspaceMigrations, async () => undefined)
    expect(database.prepare('SELECT id, last_at, snoozed_until, woken_at FROM conversations').all()).toEqual([{ id: 'c', last_at: 7, snoozed_until: 9, woken_at: null }])
    database.close()
  })
})
