import type { Migration } from '../../migration.ts'

/** The ids of requests that have taken effect, so that a late second delivery does nothing. The newest are kept. */
export const studioMigration0007: Migration = {
  version: 7,
  name: 'requests taken',
  up(database) {
    database.exec(`
      CREATE TABLE requests_taken (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;
    `)
  }
}
