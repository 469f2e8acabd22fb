import type { Migration } from '../../migration.ts'

/** The plan of a draft that was published now instead, as JSON: taken back, it has that plan again. Any other time that it is given ends it. */
export const migration0028: Migration = {
  version: 28,
  name: 'plans before now',
  up(database) {
    database.exec('ALTER TABLE posts ADD COLUMN plan_before TEXT')
  }
}
