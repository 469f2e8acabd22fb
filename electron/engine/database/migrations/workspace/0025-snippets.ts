import type { Migration } from '../../migration.ts'

/** Texts and sets of hashtags that posts use again. Variables stand in the text by their stored names, `{link}`. */
export const migration0025: Migration = {
  version: 25,
  name: 'snippets',
  up(database) {
    database.exec(`
      CREATE TABLE snippets (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('text', 'hashtags')),
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
