import type { Migration } from '../../migration.ts'

const before = `CHECK (kind IN ('comment', 'mention', 'message'))`
const after = `CHECK (kind IN ('comment', 'mention', 'message', 'review'))`

/**
 * Reviews: one more kind of conversation (in place, as migration 15 does it and for its reasons), with its stars, what it said before it was changed, and when it was last asked for alone
 * (`looked_at`; never: null).
 */
export const migration0106: Migration = {
  version: 106,
  name: 'reviews',
  up(database) {
    database.unsafeMode(true)
    try {
      database.pragma('writable_schema = ON')
      const { changes } = database.prepare(`UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'conversations' AND instr(sql, ?) > 0`).run(before, after, before)
      if (changes !== 1) throw new Error('the table of conversations is not as it was expected')
      database.pragma(`schema_version = ${Number(database.pragma('schema_version', { simple: true })) + 1}`)
      // Reads the schema anew, and turns writing to it off.
      database.pragma('writable_schema = RESET')
    } finally {
      database.unsafeMode(false)
    }
    database.exec(`
      ALTER TABLE conversations ADD COLUMN stars INTEGER CHECK (stars BETWEEN 1 AND 5);
      ALTER TABLE conversations ADD COLUMN looked_at INTEGER;
      CREATE INDEX reviews_by_look ON conversations (account_id, looked_at) WHERE kind = 'review';

      ALTER TABLE inbox_items ADD COLUMN stars INTEGER CHECK (stars BETWEEN 1 AND 5);
      ALTER TABLE inbox_items ADD COLUMN edited_at INTEGER;
      ALTER TABLE inbox_items ADD COLUMN gone_at INTEGER;

      CREATE TABLE earlier_reviews (
        number INTEGER PRIMARY KEY,
        item_id TEXT NOT NULL REFERENCES inbox_items (id),
        stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
        text TEXT NOT NULL,
        until INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX earlier_reviews_by_item ON earlier_reviews (item_id);
    `)
  }
}
