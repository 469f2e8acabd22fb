import type { Migration } from '../../migration.ts'

/** What was published on networks that are gone, from their archives; `words` is what search looks in. Their files stand apart, because the care for files searches those. */
export const migration0063: Migration = {
  version: 63,
  name: 'past posts',
  up(database) {
    database.exec(`
      CREATE TABLE past_posts (
        id TEXT PRIMARY KEY,
        source_key TEXT NOT NULL UNIQUE,
        network TEXT NOT NULL,
        published_at INTEGER NOT NULL,
        author TEXT NOT NULL,
        text TEXT NOT NULL,
        shared_author TEXT NOT NULL,
        shared_text TEXT NOT NULL,
        link TEXT NOT NULL,
        url TEXT NOT NULL,
        is_public INTEGER NOT NULL,
        words TEXT NOT NULL,
        draft_id TEXT,
        import_id TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX past_posts_by_time ON past_posts (published_at DESC, id DESC);
      CREATE INDEX past_posts_by_import ON past_posts (import_id);
      CREATE TABLE past_post_media (
        past_post_id TEXT NOT NULL REFERENCES past_posts (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        media_id TEXT,
        file_name TEXT NOT NULL,
        alt_text TEXT NOT NULL,
        PRIMARY KEY (past_post_id, place)
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
