import type { Migration } from '../../migration.ts'

/**
 * `media`: one row for each image added; rows with the same content share one file (`media/<sha256>.<type>`).
 * `posts`: the schedule is what the user meant (wall clock and zone); `due_at` follows from it. What became of a post is told by its
 * jobs (0003-outbox), never by a column here. `editor_id` is the composer that saved last (see save-draft.ts).
 */
export const migration0002: Migration = {
  version: 2,
  name: 'posts and media',
  up(database) {
    database.exec(`
      CREATE TABLE media (
        id TEXT PRIMARY KEY,
        file_name TEXT NOT NULL,
        media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp', 'image/gif')),
        bytes INTEGER NOT NULL CHECK (bytes > 0),
        width INTEGER NOT NULL CHECK (width > 0),
        height INTEGER NOT NULL CHECK (height > 0),
        sha256 TEXT NOT NULL,
        added_at INTEGER NOT NULL
      ) STRICT;

      CREATE INDEX media_by_content ON media (sha256);

      CREATE TABLE posts (
        id TEXT PRIMARY KEY,
        revision INTEGER NOT NULL CHECK (revision > 0),
        editor_id TEXT,
        title TEXT NOT NULL,
        document TEXT NOT NULL,
        excerpt TEXT NOT NULL,
        origin TEXT NOT NULL,
        schedule_local TEXT,
        schedule_zone TEXT,
        due_at INTEGER,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        published_at INTEGER,
        CHECK ((due_at IS NULL) = (schedule_local IS NULL) AND (due_at IS NULL) = (schedule_zone IS NULL))
      ) STRICT;

      CREATE INDEX posts_by_due ON posts (due_at) WHERE due_at IS NOT NULL;
      CREATE INDEX posts_by_publication ON posts (published_at) WHERE published_at IS NOT NULL;
      CREATE INDEX posts_drafts ON posts (updated_at DESC) WHERE due_at IS NULL AND published_at IS NULL;

      CREATE TABLE post_targets (
        post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        account_id TEXT NOT NULL REFERENCES accounts (id),
        variant TEXT,
        PRIMARY KEY (post_id, account_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE post_media (
        post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        media_id TEXT NOT NULL REFERENCES media (id),
        alt_text TEXT NOT NULL,
        PRIMARY KEY (post_id, position)
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX post_media_by_media ON post_media (media_id);
      CREATE INDEX post_targets_by_account ON post_targets (account_id);
    `)
  }
}
