import type { Migration } from '../../migration.ts'

/** What a hand-over has begun at its network, under the name that the network gave it; empty: nothing yet; null: nobody knows. */
export const migration0079: Migration = {
  version: 79,
  name: 'begun hand-overs',
  up(database) {
    database.exec('ALTER TABLE hand_overs ADD COLUMN begun TEXT')
  }
}
