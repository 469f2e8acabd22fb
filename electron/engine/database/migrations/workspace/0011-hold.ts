import type { Migration } from '../../migration.ts'

/** At most one row: while it stands, nothing of this client leaves. */
export const migration0011: Migration = {
  version: 11,
  name: 'hold',
  up(database) {
    database.exec(`CREATE TABLE hold (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), reason TEXT NOT NULL, since INTEGER NOT NULL) STRICT`)
  }
}
