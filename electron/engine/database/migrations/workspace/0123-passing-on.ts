import type { Migration } from '../../migration.ts'

const before = `'add_to_list', 'add_captions'))`
const after = `'add_to_list', 'add_captions', 'pass_on'))`

/** One more kind of job: a post that is there goes on to those who follow its channel. In place, as migration 15 does it and for its reasons. */
export const migration0123: Migration = {
  version: 123,
  name: 'passing on',
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
