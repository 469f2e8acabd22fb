import type { Migration } from '../../migration.ts'

/** Whether the network said that the account may hide the item as a moderator of the place where it stands. Not known of what came in before. */
export const migration0105: Migration = {
  version: 105,
  name: 'moderators',
  up(database) {
    database.exec('ALTER TABLE inbox_items ADD COLUMN may_hide INTEGER NOT NULL DEFAULT 0')
  }
}
