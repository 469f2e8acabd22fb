import type { Migration } from '../../migration.ts'

/** Of which clients something outside the data folder knows how far they have come (`settings/witness.ts`). */
export const studioMigration0008: Migration = {
  version: 8,
  name: 'witness',
  up(database) {
    database.exec('ALTER TABLE lineages ADD COLUMN is_witnessed INTEGER NOT NULL DEFAULT 0')
  }
}
