import type { Migration } from '../../migration.ts'

/** How a post stands on the account's network (a warning above it, who sees it, its language), as the person chose it; null: as usual there. */
export const migration0097: Migration = {
  version: 97,
  name: 'framing',
  up(database) {
    database.exec('ALTER TABLE post_targets ADD COLUMN framing TEXT')
  }
}
