import type { Migration } from '../../migration.ts'

/**
 * `terms`: what a network asks of the post apart from its words, as the person chose it for the account; null: the post goes the network's other way (a draft). `begins_with_terms`: the account's
 * next post begins with them. `terms_there`: what the account's network last let it choose from.
 */
export const migration0081: Migration = {
  version: 81,
  name: 'post terms',
  up(database) {
    database.exec(`
      ALTER TABLE post_targets ADD COLUMN terms TEXT;
      ALTER TABLE accounts ADD COLUMN begins_with_terms INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE terms_there (
        account_id TEXT PRIMARY KEY REFERENCES accounts (id),
        offer TEXT NOT NULL,
        read_at INTEGER NOT NULL
      ) STRICT;
    `)
  }
}
