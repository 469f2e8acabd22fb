import type { Migration } from '../../migration.ts'

/** Who said what about a post, one row for each word; the newest counts. */
export const migration0014: Migration = {
  version: 14,
  name: 'approvals',
  up(database) {
    database.exec(`
      CREATE TABLE post_approvals (
        sequence INTEGER PRIMARY KEY,
        post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        approval TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX post_approvals_by_post ON post_approvals (post_id, sequence);
    `)
  }
}
