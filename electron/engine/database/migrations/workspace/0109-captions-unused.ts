import type { Migration } from '../../migration.ts'

/** Since when nothing refers to subtitles, as of files (ms since the epoch; NULL: something does, or nobody has looked). */
export const migration0109: Migration = {
  version: 109,
  name: 'captions unused',
  up(database) {
    database.exec('ALTER TABLE captions ADD COLUMN unused_since INTEGER')
  }
}
