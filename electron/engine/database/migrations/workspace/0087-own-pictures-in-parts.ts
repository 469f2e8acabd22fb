import type { Migration } from '../../migration.ts'

/** `own_media_of`: the accounts that have pictures of their own in this part of a thread, or none there, as JSON; null: all get the part's. */
export const migration0087: Migration = {
  version: 87,
  name: 'own pictures in parts',
  up(database) {
    database.exec('ALTER TABLE post_parts ADD COLUMN own_media_of TEXT')
  }
}
