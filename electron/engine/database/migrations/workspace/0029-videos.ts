import type { Migration } from '../../migration.ts'

const carried = 'id, file_name, media_type, bytes, width, height, sha256, added_at, is_clean, unused_since'

/**
 * `media` takes videos: what they are packed with and how long they last, all NULL for pictures. `cover_sha256`: a JPEG beside the video that stands for it.
 * SQLite cannot loosen a CHECK, so the table is made anew; what refers to it finds each row again before the transaction ends.
 */
export const migration0029: Migration = {
  version: 29,
  name: 'videos',
  up(database) {
    database.pragma('defer_foreign_keys = ON')
    database.exec(`
      CREATE TEMP TABLE media_before AS SELECT ${carried} FROM media;
      DROP TABLE media;
      CREATE TABLE media (
        id TEXT PRIMARY KEY,
        file_name TEXT NOT NULL,
        media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp', 'image/gif', 'video/mp4', 'video/quicktime', 'video/webm')),
        bytes INTEGER NOT NULL CHECK (bytes > 0),
        width INTEGER NOT NULL CHECK (width > 0),
        height INTEGER NOT NULL CHECK (height > 0),
        sha256 TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        is_clean INTEGER NOT NULL DEFAULT 0 CHECK (is_clean IN (0, 1)),
        unused_since INTEGER,
        duration_ms INTEGER CHECK (duration_ms > 0),
        video_codec TEXT,
        audio_codec TEXT,
        frame_rate REAL,
        cover_sha256 TEXT,
        CHECK ((media_type LIKE 'video/%') = (duration_ms IS NOT NULL AND video_codec IS NOT NULL))
      ) STRICT;
      INSERT INTO media (${carried}) SELECT ${carried} FROM media_before;
      DROP TABLE media_before;
      CREATE INDEX media_by_content ON media (sha256);
      CREATE INDEX media_to_clean ON media (added_at) WHERE is_clean = 0;
      CREATE INDEX media_by_cover ON media (cover_sha256) WHERE cover_sha256 IS NOT NULL;
    `)
  }
}
