import type { Migration } from '../../migration.ts'

/**
 * `is_clean`: the file holds no EXIF, XMP, IPTC or position. Files of before are cleaned in the background, and at the latest when they are sent.
 * `unused_since`: nothing has referred to it since then; null while something does. Kept by media/collect-unused.ts alone.
 */
export const migration0018: Migration = {
  version: 18,
  name: 'clean media',
  up(database) {
    database.exec(`
      ALTER TABLE media ADD COLUMN is_clean INTEGER NOT NULL DEFAULT 0 CHECK (is_clean IN (0, 1));
      ALTER TABLE media ADD COLUMN unused_since INTEGER;
      CREATE INDEX media_to_clean ON media (added_at) WHERE is_clean = 0;
    `)
  }
}
