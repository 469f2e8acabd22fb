import type { Migration } from '../../migration.ts'

/** How the client looks: one row, as JSON; none until somebody has said something of it. */
export const migration0040: Migration = {
  version: 40,
  name: 'brand',
  up(database) {
    database.exec(`
      CREATE TABLE brand (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        content TEXT NOT NULL CHECK (json_valid(content)),
        updated_at INTEGER NOT NULL
      ) STRICT;
    `)
  }
}
