import type { Migration } from '../../migration.ts'

/** Each client's safety settings as JSON: a value that is missing has its default (`workspace-safety.ts`), so new ones need no migration. */
export const studioMigration0002: Migration = {
  version: 2,
  name: 'safety of each workspace',
  up(database) {
    database.exec(`ALTER TABLE workspaces ADD COLUMN safety TEXT NOT NULL DEFAULT '{}'`)
  }
}
