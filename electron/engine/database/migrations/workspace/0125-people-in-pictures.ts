import type { Migration } from '../../migration.ts'

/** Who is told to be shown in a file of a post, and where on it, as JSON (`shared/posts/person-tag.ts`); null: nobody. */
export const migration0125: Migration = {
  version: 125,
  name: 'people in pictures',
  up(database) {
    database.exec('ALTER TABLE post_media ADD COLUMN people TEXT')
  }
}
