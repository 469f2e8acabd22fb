import type { Migration } from '../../migration.ts'

/** One shape for the hold of a client and that of all; of all, nothing is ever restored. */
export const studioMigration0005: Migration = {
  version: 5,
  name: 'why a hold stands',
  up(database) {
    database.exec(`ALTER TABLE hold ADD COLUMN restored TEXT`)
  }
}
