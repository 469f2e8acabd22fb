import type { Migration } from '../../migration.ts'

/** How a picture was made of its `origin_id`, so that it can be made anew in another way. */
export const migration0037: Migration = {
  version: 37,
  name: 'recipes',
  up(database) {
    database.exec('ALTER TABLE media ADD COLUMN recipe TEXT CHECK (recipe IS NULL OR json_valid(recipe))')
  }
}
