import type { Migration } from '../../migration.ts'

/** What each account's site last said that it files posts under, as JSON, so that the choice can be looked at without a network. */
export const migration0100: Migration = {
  version: 100,
  name: 'categories there',
  up(database) {
    database.exec(`
      CREATE TABLE categories_there (
        account_id TEXT PRIMARY KEY REFERENCES accounts (id),
        there TEXT NOT NULL,
        read_at INTEGER NOT NULL
      ) STRICT;
    `)
  }
}
