import type { Migration } from '../../migration.ts'

const before = `'delete', 'hide',`
const after = `'delete', 'detach', 'undetach', 'hide',`

/**
 * Which post of ours a message quotes, what that says, and whether its readers are shown it: not known of what came in before. And two more kinds of job, taking a post of ours out of a quote and putting it
 * back: in place, as migration 15 does it and for its reasons.
 */
export const migration0117: Migration = {
  version: 117,
  name: 'quotes of ours',
  up(database) {
    database.exec(`
      ALTER TABLE inbox_items ADD COLUMN quoted_remote_id TEXT;
      ALTER TABLE inbox_items ADD COLUMN quoted_text TEXT NOT NULL DEFAULT '';
      ALTER TABLE inbox_items ADD COLUMN is_detached INTEGER NOT NULL DEFAULT 0;
    `)
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
  }
}
