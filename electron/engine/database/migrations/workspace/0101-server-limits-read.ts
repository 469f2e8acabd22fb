import type { Migration } from '../../migration.ts'

/**
 * `limits_read_at`: when the account's server last told what it takes; null: not since this is kept, so it is asked when somebody writes for it.
 * `limit_notices`: scheduled posts that an account's server takes no more by what it says now; what is shown of them is looked at anew each time.
 */
export const migration0101: Migration = {
  version: 101,
  name: 'server limits read',
  up(database) {
    database.exec(`
      ALTER TABLE accounts ADD COLUMN limits_read_at INTEGER;
      CREATE TABLE limit_notices (
        post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        account_id TEXT NOT NULL REFERENCES accounts (id),
        is_read INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (post_id, account_id)
      ) STRICT;
    `)
  }
}
