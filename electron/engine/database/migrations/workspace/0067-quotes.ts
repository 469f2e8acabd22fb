import type { Migration } from '../../migration.ts'

/** The post that a post quotes, as JSON; null: none. */
export const migration0067: Migration = {
  version: 67,
  name: 'quotes',
  up(database) {
    database.exec('ALTER TABLE posts ADD COLUMN quote TEXT')
  }
}
