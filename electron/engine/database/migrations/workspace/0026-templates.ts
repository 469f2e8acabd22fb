import type { Migration } from '../../migration.ts'

/** Contents to begin posts with. `content` is JSON as a post is saved with; the images that it names are kept by that (find-references.ts). */
export const migration0026: Migration = {
  version: 26,
  name: 'templates',
  up(database) {
    database.exec(`
      CREATE TABLE templates (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        content TEXT NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
