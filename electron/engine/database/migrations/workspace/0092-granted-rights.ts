import type { Migration } from '../../migration.ts'

/** `granted_rights`: what the network said that the login may do, as JSON; null: not told, as of every login of before. */
export const migration0092: Migration = {
  version: 92,
  name: 'granted rights',
  up(database) {
    database.exec('ALTER TABLE accounts ADD COLUMN granted_rights TEXT')
  }
}
