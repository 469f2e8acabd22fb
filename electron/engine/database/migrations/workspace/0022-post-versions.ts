import type { Migration } from '../../migration.ts'

/**
 * Earlier states of a post's content. `at` is when it was in hand, `kept_at` when it became a version. Without a reference to `posts`: a deletion that
 * is taken back finds its history again; versions of posts that are gone are removed at the next start. `content` names the media it needs,
 * which keeps them (media/find-references.ts).
 */
export const migration0022: Migration = {
  version: 22,
  name: 'post versions',
  up(database) {
    database.exec(`
      CREATE TABLE post_versions (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        post_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        kept_at INTEGER NOT NULL,
        reason TEXT NOT NULL,
        excerpt TEXT NOT NULL,
        change TEXT,
        content TEXT NOT NULL
      ) STRICT;
      CREATE INDEX post_versions_by_post ON post_versions (post_id, sequence);
    `)
  }
}
