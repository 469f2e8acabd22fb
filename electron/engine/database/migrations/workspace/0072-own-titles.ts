import type { Migration } from '../../migration.ts'

/** The title that an account has for itself; null: it gets the post's. */
export const migration0072: Migration = {
  version: 72,
  name: 'own titles',
  up(database) {
    database.exec('ALTER TABLE post_targets ADD COLUMN title TEXT')
  }
}
