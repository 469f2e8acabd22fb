import type { Migration } from '../../migration.ts'

/** What the client's links say of where they were clicked: one row, as JSON; none until somebody has said something of it. */
export const migration0039: Migration = {
  version: 39,
  name: 'link_tags',
  up(database) {
    database.exec(`
      CREATE TABLE link_tags (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        content TEXT NOT NULL CHECK (json_valid(content)),
        updated_at INTEGER NOT NULL
      ) STRICT;
    `)
  }
}
