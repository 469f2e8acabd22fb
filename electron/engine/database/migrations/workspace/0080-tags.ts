import type { Migration } from '../../migration.ts'

/** Tags of a post apart from its words, and those that an account has for itself, as JSON; null: none, or the post's. */
export const migration0080: Migration = {
  version: 80,
  name: 'tags',
  up(database) {
    database.exec('ALTER TABLE posts ADD COLUMN tags TEXT')
    database.exec('ALTER TABLE post_targets ADD COLUMN tags TEXT')
  }
}
