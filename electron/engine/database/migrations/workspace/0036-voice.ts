import type { Migration } from '../../migration.ts'

/** How the client speaks: one row, as JSON; none until somebody has said something of it. */
export const migration0036: Migration = {
  version: 36,
  name: 'voice',
  up(database) {
    database.exec(`
      CREATE TABLE voice (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        content TEXT NOT NULL CHECK (json_valid(content)),
        updated_at INTEGER NOT NULL
      ) STRICT;
    `)
  }
}
