import type { Migration } from '../../migration.ts'

/** What a network showed of a published job when it was last read back; `there` is JSON, `"gone"` for what was no longer there. Nothing here is ever sent. */
export const migration0042: Migration = {
  version: 42,
  name: 'posts-there',
  up(database) {
    database.exec(`
      CREATE TABLE posts_there (
        job_id TEXT PRIMARY KEY,
        read_at INTEGER NOT NULL,
        there TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
