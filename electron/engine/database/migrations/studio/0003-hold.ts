import type { Migration } from '../../migration.ts'

/** At most one row: while it stands, nothing of any client leaves. */
export const studioMigration0003: Migration = {
  version: 3,
  name: 'hold',
  up(database) {
    database.exec(`CREATE TABLE hold (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), reason TEXT NOT NULL, since INTEGER NOT NULL) STRICT`)
  }
}
