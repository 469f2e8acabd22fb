import type { Migration } from '../../migration.ts'

/** What was shown to the client: the posts of each pack with the hash of what they said, as JSON. */
export const migration0038: Migration = {
  version: 38,
  name: 'approval packs',
  up(database) {
    database.exec('CREATE TABLE approval_packs (id TEXT PRIMARY KEY, made_at INTEGER NOT NULL, posts TEXT NOT NULL CHECK (json_valid(posts))) STRICT, WITHOUT ROWID')
  }
}
