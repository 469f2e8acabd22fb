import type { Migration } from '../../migration.ts'

/** What was on its way when a client was removed, until somebody has read it. `items`: JSON, without a word of what was written. */
export const studioMigration0004: Migration = {
  version: 4,
  name: 'removals',
  up(database) {
    database.exec(
      `CREATE TABLE removals (
         id TEXT PRIMARY KEY, client_name TEXT NOT NULL, time_zone TEXT NOT NULL, at INTEGER NOT NULL, items TEXT NOT NULL, total INTEGER NOT NULL, dismissed_at INTEGER
       ) STRICT`
    )
  }
}
