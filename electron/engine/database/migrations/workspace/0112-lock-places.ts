import type { Migration } from '../../migration.ts'

/** What would be closed to answers, where the network says that the account may, and how it stands. Not known of what came in before. */
export const migration0112: Migration = {
  version: 112,
  name: 'lock places',
  up(database) {
    database.exec(`
      ALTER TABLE inbox_items ADD COLUMN lock_place TEXT;
      ALTER TABLE inbox_items ADD COLUMN is_locked INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX inbox_items_lock_place ON inbox_items (account_id, lock_place) WHERE lock_place IS NOT NULL;
    `)
  }
}
