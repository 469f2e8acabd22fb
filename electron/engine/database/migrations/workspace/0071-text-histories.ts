import type { Migration } from '../../migration.ts'

/**
 * What was typed in each text of a draft, change by change. `text` names it: account and part, empty for none. `head` is the text after the first `position` entries; those after it were taken
 * back. Without a reference to `posts`, as versions are: a deletion that is taken back finds it again; that of posts that are gone or out is removed at the next start.
 */
export const migration0071: Migration = {
  version: 71,
  name: 'text histories',
  up(database) {
    database.exec(`
      CREATE TABLE text_histories (
        post_id TEXT NOT NULL,
        text TEXT NOT NULL,
        edition INTEGER NOT NULL,
        position INTEGER NOT NULL,
        head TEXT NOT NULL,
        PRIMARY KEY (post_id, text)
      ) STRICT;
      CREATE TABLE text_history_entries (
        post_id TEXT NOT NULL,
        text TEXT NOT NULL,
        number INTEGER NOT NULL,
        size INTEGER NOT NULL,
        entry TEXT NOT NULL,
        PRIMARY KEY (post_id, text, number)
      ) STRICT;
      CREATE INDEX text_history_sizes ON text_history_entries (post_id, text, number, size);
    `)
  }
}
