import type { Migration } from '../../migration.ts'

/** What was begun in a field and neither saved nor given up. `place` is told by its kind (`begun.contract.ts`) and may outlive what it belongs to. */
export const migration0093: Migration = {
  version: 93,
  name: 'begun words',
  up(database) {
    database.exec(`
      CREATE TABLE begun_words (
        kind TEXT NOT NULL,
        place TEXT NOT NULL,
        words TEXT NOT NULL,
        written_at INTEGER NOT NULL,
        PRIMARY KEY (kind, place)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX begun_words_by_age ON begun_words (written_at);
    `)
  }
}
