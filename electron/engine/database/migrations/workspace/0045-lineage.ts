import type { Migration } from '../../migration.ts'

/** How far this file has come, see `workspaces/lineage.ts`. */
export const migration0045: Migration = {
  version: 45,
  name: 'lineage',
  up(database) {
    database.exec(`
      CREATE TABLE lineage (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        serial INTEGER NOT NULL,
        mark TEXT NOT NULL,
        installation TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT
    `)
  }
}
