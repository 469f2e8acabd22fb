import type { Migration } from '../../migration.ts'

const before = `'edit', 'add_to_list'))`
const after = `'edit', 'add_to_list', 'add_captions'))`

/** One more kind of job: subtitles of a film that is there. In place, as migration 15 does it and for its reasons. */
export const migration0104: Migration = {
  version: 104,
  name: 'caption jobs',
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
