import type { Migration } from '../../migration.ts'

const before = `'unrepost', 'delete', `
const after = `'unrepost', 'delete', 'pin', 'unpin', `

/** Two more kinds of job, in place as migration 15 does it and for its reasons: pinning what is out, and taking the pin away. And which published posts are pinned, as far as it is known. */
export const migration0119: Migration = {
  version: 119,
  name: 'pins',
  up(database) {
    database.unsafeMode(true)
    try {
      database.pragma('writable_schema = ON')
      const { changes } = database.prepare(`UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'outbox_jobs' AND instr(sql, ?) > 0`).run(before, after, before)
      if (changes !== 1) throw new Error('the table of jobs is not as it was expected')
      database.pragma(`schema_version = ${Number(database.pragma('schema_version', { simple: true })) + 1}`)
      // Reads the schema anew, and turns writing to it off.
      database.pragma('writable_schema = RESET')
    } finally {
      database.unsafeMode(false)
    }
    database.exec(`
      CREATE TABLE pins (
        job_id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL,
        remote_id TEXT NOT NULL,
        is_pinned INTEGER NOT NULL CHECK (is_pinned IN (0, 1)),
        known_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX pins_of_account ON pins (account_id, remote_id);
    `)
  }
}
