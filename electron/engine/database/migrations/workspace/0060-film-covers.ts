import type { Migration } from '../../migration.ts'

/** The picture that stands for a film of a post, and which moment of the film it shows; both NULL: each network chooses. */
export const migration0060: Migration = {
  version: 60,
  name: 'film covers',
  up(database) {
    database.exec(`
      ALTER TABLE post_media ADD COLUMN cover_id TEXT;
      ALTER TABLE post_media ADD COLUMN cover_at INTEGER CHECK (cover_at >= 0);
      CREATE INDEX post_media_by_cover ON post_media (cover_id) WHERE cover_id IS NOT NULL;
    `)
  }
}
