import type { Migration } from '../../migration.ts'

/** Accounts with the same word have the same for themselves; null: kept with none. */
export const migration0074: Migration = {
  version: 74,
  name: 'accounts kept together',
  up(database) {
    database.exec('ALTER TABLE post_targets ADD COLUMN together TEXT')
  }
}
