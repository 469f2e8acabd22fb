import type { Migration } from '../../migration.ts'

/** The latest warning that was given about the end of an account's access: about which end, how many days before, and whether it was put away. */
export const migration0020: Migration = {
  version: 20,
  name: 'access notices',
  up(database) {
    database.exec(`
      CREATE TABLE access_notices (
        account_id TEXT PRIMARY KEY REFERENCES accounts (id),
        ends_at INTEGER NOT NULL,
        days INTEGER NOT NULL,
        is_read INTEGER NOT NULL CHECK (is_read IN (0, 1))
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
