import type { Migration } from '../../migration.ts'

/** Whom the client writes of; `handles` is JSON, by network. Texts take a copy. */
export const migration0044: Migration = {
  version: 44,
  name: 'people',
  up(database) {
    database.exec(`
      CREATE TABLE people (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        handles TEXT NOT NULL,
        used_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
