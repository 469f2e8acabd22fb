import type { Migration } from '../../migration.ts'

const before = `CHECK (kind IN ('publish_post', 'reply', 'like', 'unlike'))`
const after = `CHECK (kind IN ('publish_post', 'reply', 'like', 'unlike', 'repost', 'unrepost', 'delete', 'hide', 'unhide', 'mute', 'unmute', 'block', 'unblock', 'report'))`

/**
 * More kinds of job. A check on a column cannot be altered, and making the table anew would cut the rows that refer to it; so its text is changed in place, the
 * way SQLite names for changes that leave the rows as they are (https://www.sqlite.org/lang_altertable.html, section 7, read on 2026-11-21).
 */
export const migration0015: Migration = {
  version: 15,
  name: 'acts',
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
  }
}
