import type { Migration } from '../../migration.ts'

/** What of a picture has to be seen wherever it is cut, from its left edge and from its top, 0 to 1; null: nobody chose. */
export const migration0086: Migration = {
  version: 86,
  name: 'focal points',
  up(database) {
    database.exec(`
      ALTER TABLE post_media ADD COLUMN focus_x REAL;
      ALTER TABLE post_media ADD COLUMN focus_y REAL;
    `)
  }
}
