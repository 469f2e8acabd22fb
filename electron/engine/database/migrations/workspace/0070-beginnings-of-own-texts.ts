import type { Migration } from '../../migration.ts'

/** What the base text said when an account's own one was begun; null: nobody knows. */
export const migration0070: Migration = {
  version: 70,
  name: 'beginnings of own texts',
  up(database) {
    database.exec('ALTER TABLE post_targets ADD COLUMN begun_from TEXT')
  }
}
