import type { Migration } from '../../migration.ts'

/**
 * What goes out beside the words of a post, and what of it an account has for itself, as JSON with a name for each thing (`shared/posts/beside-words.ts`), so that one more of them needs no
 * further step; null: nothing, or the post's.
 */
export const migration0099: Migration = {
  version: 99,
  name: 'beside words',
  up(database) {
    database.exec('ALTER TABLE posts ADD COLUMN beside TEXT')
    database.exec('ALTER TABLE post_targets ADD COLUMN beside TEXT')
  }
}
