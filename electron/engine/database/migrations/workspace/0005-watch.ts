import type { Migration } from '../../migration.ts'

/**
 * `feeds.address_key` is the address without what does not matter, so that nothing is followed twice. `caught_up_at`: the first fetch is
 * done; its items were history. `not_before`: the server asked for patience, also a refresh waits. `feed_items.number` rises with the
 * item's time, as in the inbox. `identity`: see `parsed-feed.ts`; `address_key` finds an item that came back under another identity.
 * `watch_hits.is_read` follows the item, so that what is unread of a rule is a seek.
 */
export const migration0005: Migration = {
  version: 5,
  name: 'watch',
  up(database) {
    database.exec(`
      CREATE TABLE feeds (
        id TEXT PRIMARY KEY,
        url TEXT NOT NULL,
        address_key TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        site_url TEXT,
        folder TEXT NOT NULL,
        etag TEXT,
        last_modified TEXT,
        last_fetched_at INTEGER,
        caught_up_at INTEGER,
        next_fetch_at INTEGER NOT NULL,
        not_before INTEGER NOT NULL,
        failures INTEGER NOT NULL,
        failure TEXT,
        added_at INTEGER NOT NULL
      ) STRICT;

      CREATE INDEX feeds_to_fetch ON feeds (next_fetch_at);

      CREATE TABLE feed_items (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        feed_id TEXT NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
        identity TEXT NOT NULL,
        address_key TEXT,
        title TEXT NOT NULL,
        author TEXT NOT NULL,
        summary TEXT NOT NULL,
        body TEXT NOT NULL,
        url TEXT,
        published_at INTEGER NOT NULL,
        stored_at INTEGER NOT NULL,
        is_read INTEGER NOT NULL,
        is_starred INTEGER NOT NULL,
        UNIQUE (feed_id, identity)
      ) STRICT;

      -- Every index ends with the row's number, that is: newest first comes without sorting.
      CREATE INDEX feed_items_by_feed ON feed_items (feed_id);
      CREATE INDEX feed_items_by_address ON feed_items (feed_id, address_key) WHERE address_key IS NOT NULL;
      CREATE INDEX feed_items_unread ON feed_items (is_read) WHERE is_read = 0;
      CREATE INDEX feed_items_unread_by_feed ON feed_items (feed_id) WHERE is_read = 0;
      CREATE INDEX feed_items_starred ON feed_items (is_starred) WHERE is_starred = 1;

      CREATE TABLE watch_rules (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        -- The last notification, and hits that came since and are still to be told.
        alerted_at INTEGER,
        untold_hits INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE watch_hits (
        rule_id TEXT NOT NULL REFERENCES watch_rules (id) ON DELETE CASCADE,
        item_number INTEGER NOT NULL REFERENCES feed_items (number) ON DELETE CASCADE,
        is_read INTEGER NOT NULL,
        PRIMARY KEY (rule_id, item_number)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX watch_hits_by_item ON watch_hits (item_number);
      CREATE INDEX watch_hits_unread ON watch_hits (rule_id, item_number) WHERE is_read = 0;

      CREATE TRIGGER feed_items_read AFTER UPDATE OF is_read ON feed_items BEGIN
        UPDATE watch_hits SET is_read = new.is_read WHERE item_number = new.number;
      END;
    `)
  }
}
