import type { Migration } from '../../migration.ts'

const before = `'block', 'unblock', 'report',`
const after = `'block', 'unblock', 'ban', 'unban', 'report',`

/** Two more kinds of job: out of the place of a message, and back, with the place itself, where the network says that the account may. In place, as migration 15 does it and for its reasons. */
export const migration0114: Migration = {
  version: 114,
  name: 'bans',
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
      ALTER TABLE inbox_items ADD COLUMN keep_out_place TEXT;
      DROP INDEX outbox_on_authors;
      CREATE INDEX outbox_on_authors ON outbox_jobs (account_id) WHERE kind IN ('mute', 'unmute', 'block', 'unblock', 'ban', 'unban');
    `)
  }
}
