import type { Migration } from '../../migration.ts'

/** Pictures that one account gets instead of the post's: in the same table, so that whatever asks where a picture is used finds them. */
export const migration0041: Migration = {
  version: 41,
  name: 'own pictures',
  up(database) {
    database.exec(`
      ALTER TABLE post_media ADD COLUMN account_id TEXT;
      ALTER TABLE post_targets ADD COLUMN has_own_media INTEGER NOT NULL DEFAULT 0 CHECK (has_own_media IN (0, 1));
    `)
  }
}
