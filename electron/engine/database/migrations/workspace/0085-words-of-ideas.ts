import type { Migration } from '../../migration.ts'

/** What is being written on the card of an idea and is not saved: of a new one (`is_new`) there is no card yet, so `idea_id` is no foreign key. */
export const migration0085: Migration = {
  version: 85,
  name: 'words of ideas',
  up(database) {
    database.exec(`
      CREATE TABLE idea_words (
        idea_id TEXT PRIMARY KEY,
        is_new INTEGER NOT NULL CHECK (is_new IN (0, 1)),
        title TEXT NOT NULL,
        note TEXT NOT NULL,
        written_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
