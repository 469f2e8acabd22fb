import type { Migration } from '../../migration.ts'

/** Which installation this is, and how far it knows each client's file to have come. */
export const studioMigration0006: Migration = {
  version: 6,
  name: 'lineages',
  up(database) {
    database.exec(`
      CREATE TABLE installation (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), id TEXT NOT NULL) STRICT;
      CREATE TABLE lineages (workspace_id TEXT PRIMARY KEY, serial INTEGER NOT NULL, mark TEXT NOT NULL) STRICT;
    `)
  }
}
