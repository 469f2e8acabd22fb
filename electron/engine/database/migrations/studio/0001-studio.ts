import type { Migration } from '../../migration.ts'

/** The list of workspaces, the settings, and what had to be restored. A removed workspace keeps a row, so that a removal cut short is finished later. */
export const studioMigration0001: Migration = {
  version: 1,
  name: 'workspaces, settings, recoveries',
  up(database) {
    database.exec(`
      CREATE TABLE workspaces (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        colour TEXT NOT NULL,
        time_zone TEXT NOT NULL,
        late_grace_minutes INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('client', 'practice')),
        created_at INTEGER NOT NULL,
        removed_at INTEGER
      ) STRICT;

      CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;

      CREATE TABLE recoveries (
        id TEXT PRIMARY KEY,
        workspace_id TEXT,
        at INTEGER NOT NULL,
        restored_to INTEGER,
        damaged_file_name TEXT NOT NULL,
        dismissed_at INTEGER
      ) STRICT;

      CREATE TABLE maintenance (
        what TEXT PRIMARY KEY,
        at INTEGER NOT NULL
      ) STRICT;
    `)
  }
}
