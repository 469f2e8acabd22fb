import type { Migration } from '../../migration.ts'

/**
 * Where networks fetch this client's pictures that take no bytes (its keys lie in the keychain), and what lies there: written down before a file goes there, crossed
 * out when it was taken away. `host` says where it went, whatever is chosen by now.
 */
export const migration0035: Migration = {
  version: 35,
  name: 'media-host',
  up(database) {
    database.exec(`
      CREATE TABLE media_host (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        host TEXT NOT NULL
      ) STRICT;
      CREATE TABLE hosted_files (
        name TEXT PRIMARY KEY,
        host TEXT NOT NULL,
        handle TEXT,
        put_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
