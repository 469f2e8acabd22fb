import type { Migration } from '../../migration.ts'

/** Subtitles as WebVTT, each row for good as it was read; and which of them go with a film of a post, as JSON (NULL: none). */
export const migration0103: Migration = {
  version: 103,
  name: 'captions',
  up(database) {
    database.exec(`
      CREATE TABLE captions (
        id TEXT PRIMARY KEY,
        file_name TEXT NOT NULL,
        bytes INTEGER NOT NULL CHECK (bytes > 0),
        cues INTEGER NOT NULL CHECK (cues > 0),
        last_at INTEGER NOT NULL CHECK (last_at >= 0),
        vtt TEXT NOT NULL,
        added_at INTEGER NOT NULL
      ) STRICT;
      ALTER TABLE post_media ADD COLUMN captions TEXT;
    `)
  }
}
