import type { Migration } from '../../migration.ts'

/**
 * `conversations` carries what the list shows, kept right with every item, so that a page never looks at items.
 * `inbox_items.number` rises with the item's time (`time-ordered-number.ts`): the newest hits of a search are the highest numbers, which
 * the full-text index gives without ranking or sorting. `handled_until`: items up to here wait for no answer, because the user said done.
 * `account_cursors` is written in one transaction with the items that it stands for.
 */
export const migration0004: Migration = {
  version: 4,
  name: 'inbox',
  up(database) {
    database.exec(`
      CREATE TABLE conversations (
        id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES accounts (id),
        kind TEXT NOT NULL CHECK (kind IN ('comment', 'mention', 'message')),
        remote_id TEXT NOT NULL,
        our_post_remote_id TEXT,
        author_name TEXT NOT NULL,
        author_handle TEXT NOT NULL,
        last_text TEXT NOT NULL,
        last_at INTEGER NOT NULL,
        last_is_own INTEGER NOT NULL,
        unread INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'snoozed', 'done')),
        snoozed_until INTEGER,
        waiting_since INTEGER,
        handled_until INTEGER NOT NULL,
        UNIQUE (account_id, kind, remote_id),
        CHECK ((state = 'snoozed') = (snoozed_until IS NOT NULL))
      ) STRICT;

      -- Each filter of the list has one index by state and a small one of what is unread; each page is a seek in one of them.
      CREATE INDEX conversations_by_state ON conversations (state, last_at, id);
      CREATE INDEX conversations_by_kind ON conversations (kind, state, last_at, id);
      CREATE INDEX conversations_by_account ON conversations (account_id, state, last_at, id);
      CREATE INDEX conversations_by_account_kind ON conversations (account_id, kind, state, last_at, id);
      CREATE INDEX unread_by_time ON conversations (last_at, id) WHERE unread > 0 AND state = 'open';
      CREATE INDEX unread_by_kind ON conversations (kind, last_at, id) WHERE unread > 0 AND state = 'open';
      CREATE INDEX unread_by_account ON conversations (account_id, last_at, id) WHERE unread > 0 AND state = 'open';
      CREATE INDEX unread_by_account_kind ON conversations (account_id, kind, last_at, id) WHERE unread > 0 AND state = 'open';
      CREATE INDEX conversations_to_wake ON conversations (snoozed_until) WHERE state = 'snoozed';

      CREATE TABLE inbox_items (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        conversation_id TEXT NOT NULL REFERENCES conversations (id),
        account_id TEXT NOT NULL REFERENCES accounts (id),
        remote_id TEXT NOT NULL,
        parent_remote_id TEXT,
        author_name TEXT NOT NULL,
        author_handle TEXT NOT NULL,
        is_own INTEGER NOT NULL,
        text TEXT NOT NULL,
        url TEXT,
        created_at INTEGER NOT NULL,
        is_read INTEGER NOT NULL,
        is_liked INTEGER NOT NULL,
        is_held INTEGER NOT NULL,
        attachment_count INTEGER NOT NULL,
        UNIQUE (account_id, remote_id)
      ) STRICT;

      CREATE INDEX inbox_items_by_conversation ON inbox_items (conversation_id, created_at);
      CREATE INDEX own_items_by_conversation ON inbox_items (conversation_id, created_at) WHERE is_own = 1;
      CREATE INDEX unread_items_by_conversation ON inbox_items (conversation_id) WHERE is_read = 0 AND is_own = 0;

      -- The text stays in inbox_items; the index holds only the words. Accents do not matter: remove_diacritics 2 also folds composed letters.
      -- Nothing is ranked, so sizes are not kept. Who inserts an item writes the index too (inbox-items.ts): a trigger would write it out
      -- after every row, three times slower (measured 2026-11-21). Changes are rare and go by triggers.
      CREATE VIRTUAL TABLE inbox_search USING fts5 (
        text, author_name, author_handle,
        content = 'inbox_items', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', columnsize = 0
      );
      CREATE TRIGGER inbox_items_removed AFTER DELETE ON inbox_items BEGIN
        INSERT INTO inbox_search (inbox_search, rowid, text, author_name, author_handle)
        VALUES ('delete', old.number, old.text, old.author_name, old.author_handle);
      END;
      CREATE TRIGGER inbox_items_changed AFTER UPDATE OF number, text, author_name, author_handle ON inbox_items BEGIN
        INSERT INTO inbox_search (inbox_search, rowid, text, author_name, author_handle)
        VALUES ('delete', old.number, old.text, old.author_name, old.author_handle);
        INSERT INTO inbox_search (rowid, text, author_name, author_handle) VALUES (new.number, new.text, new.author_name, new.author_handle);
      END;

      CREATE TABLE account_cursors (
        account_id TEXT PRIMARY KEY REFERENCES accounts (id),
        cursor TEXT,
        -- When the first look back was complete; until then nothing is announced.
        caught_up_at INTEGER,
        fetched_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE reply_drafts (
        conversation_id TEXT PRIMARY KEY REFERENCES conversations (id),
        text TEXT NOT NULL,
        saved_at INTEGER NOT NULL
      ) STRICT;
    `)
  }
}
