import type { Migration } from '../../migration.ts'

const before = `'hide', 'unhide', 'mute',`
const after = `'hide', 'unhide', 'lock', 'unlock', 'mute',`

/** Two more kinds of job: closing to answers, and opening again. In place, as migration 15 does it and for its reasons. */
export const migration0111: Migration = {
  version: 111,
  name: 'locks',
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
