import type { Migration } from '../../migration.ts'

const before = `'set_cover', 'edit'))`
const after = `'set_cover', 'edit', 'add_to_list'))`

/** One more kind of job: a film goes into a list of the account's own. In place, as migration 15 does it and for its reasons. */
export const migration0096: Migration = {
  version: 96,
  name: 'list jobs',
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
