import type { Migration } from '../../migration.ts'

/**
 * Thoughts before they are posts. `place` orders the cards of a column. `post_id` names the post that was made of it and is no foreign key: a draft that is
 * deleted and brought back is the idea's again.
 */
export const migration0027: Migration = {
  version: 27,
  name: 'ideas',
  up(database) {
    database.exec(`
      CREATE TABLE ideas (
        id TEXT PRIMARY KEY,
        stage TEXT NOT NULL CHECK (stage IN ('idea', 'to_write', 'ready')),
        place INTEGER NOT NULL,
        title TEXT NOT NULL,
        note TEXT NOT NULL,
        source TEXT,
        post_id TEXT,
        updated_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
