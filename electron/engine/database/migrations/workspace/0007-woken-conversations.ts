import type { Migration } from '../../migration.ts'

/**
 * When a snoozed conversation came back by itself; until it is settled, answered or put off again, the list says so. From then on `last_at`
 * is its place in the list: the time of its newest item, or of its return when that was later.
 */
export const migration0007: Migration = {
  version: 7,
  name: 'woken conversations',
  up(database) {
    database.exec('ALTER TABLE conversations ADD COLUMN woken_at INTEGER')
  }
}
