import type { Migration } from '../../migration.ts'

/** A poll below the first part of a post, as JSON; null: none. */
export const migration0046: Migration = {
  version: 46,
  name: 'polls',
  up(database) {
    database.exec('ALTER TABLE posts ADD COLUMN poll TEXT')
  }
}
