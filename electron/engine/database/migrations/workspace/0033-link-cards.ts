import type { Migration } from '../../migration.ts'

/** What pages said of themselves when a post linked to them. The pictures are kept by their content: a job names one, whatever its page says later. */
export const migration0033: Migration = {
  version: 33,
  name: 'link-cards',
  up(database) {
    database.exec(`
      CREATE TABLE link_cards (
        url TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        description TEXT NOT NULL,
        site_name TEXT NOT NULL,
        picture_id TEXT,
        read_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX link_cards_by_age ON link_cards (read_at);
      CREATE TABLE link_card_pictures (
        id TEXT PRIMARY KEY,
        bytes BLOB NOT NULL,
        width INTEGER NOT NULL CHECK (width > 0),
        height INTEGER NOT NULL CHECK (height > 0)
      ) STRICT;
    `)
  }
}
