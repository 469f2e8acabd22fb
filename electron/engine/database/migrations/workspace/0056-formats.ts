import type { Migration } from '../../migration.ts'

/** What a post is on one account's network, where that has several kinds; null: an ordinary post. */
export const migration0056: Migration = {
  version: 56,
  name: 'formats',
  up(database) {
    database.exec('ALTER TABLE post_targets ADD COLUMN format TEXT')
  }
}
