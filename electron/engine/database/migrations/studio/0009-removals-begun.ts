import type { Migration } from '../../migration.ts'

/** Removals of clients that began and have not come to their end: where one is found at a start, it was interrupted. */
export const studioMigration0009: Migration = {
  version: 9,
  name: 'removals that began',
  up(database) {
    database.exec('CREATE TABLE removals_begun (workspace_id TEXT PRIMARY KEY, at INTEGER NOT NULL, are_keys_gone INTEGER NOT NULL DEFAULT 0) STRICT')
  }
}
