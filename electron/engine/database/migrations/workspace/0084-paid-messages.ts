import type { Migration } from '../../migration.ts'

/**
 * Private messages of networks that charge for them. `message_looks`: how far they were read, and whether the last look ended before it met what is known. `reading_costs`: what each call cost;
 * written before it, with the most that it can cost. `is_message`: the job is a private message.
 */
export const migration0084: Migration = {
  version: 84,
  name: 'paid messages',
  up(database) {
    database.exec(`
      CREATE TABLE message_looks (
        account_id TEXT PRIMARY KEY REFERENCES accounts (id),
        cursor TEXT,
        has_more INTEGER NOT NULL CHECK (has_more IN (0, 1)),
        -- When the first look was complete; until then what is old comes in as read.
        caught_up_at INTEGER,
        looked_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE reading_costs (
        id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES accounts (id),
        month TEXT NOT NULL,
        messages INTEGER NOT NULL CHECK (messages >= 0),
        mills INTEGER NOT NULL CHECK (mills >= 0),
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX reading_costs_by_month ON reading_costs (month, mills, messages);
      ALTER TABLE costs ADD COLUMN is_message INTEGER NOT NULL DEFAULT 0 CHECK (is_message IN (0, 1));
      DROP INDEX costs_by_month;
      CREATE INDEX costs_by_month ON costs (month, mills, has_link, is_message);
    `)
  }
}
