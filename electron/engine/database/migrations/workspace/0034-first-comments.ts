import type { Migration } from '../../migration.ts'

/** The last part of a post may be the comment that the account writes under it. Versions keep it inside their content. */
export const migration0034: Migration = {
  version: 34,
  name: 'first comments',
  up(database) {
    database.exec('ALTER TABLE post_parts ADD COLUMN is_comment INTEGER NOT NULL DEFAULT 0 CHECK (is_comment IN (0, 1));')
  }
}
