import type { Migration } from '../../migration.ts'

/**
 * A file that was put back to an earlier state: its hold says so (`restored`, JSON), and each job that stood open in it is `doubtful` until a person has said
 * what it is. The index is of those alone, hardly ever any.
 */
export const migration0043: Migration = {
  version: 43,
  name: 'what stood open in a copy that was put back',
  up(database) {
    database.exec(`
      ALTER TABLE hold ADD COLUMN restored TEXT;
      ALTER TABLE outbox_jobs ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0 CHECK (doubtful IN (0, 1));
      CREATE INDEX outbox_doubtful ON outbox_jobs (due_at) WHERE doubtful = 1 AND finished_at IS NULL;
    `)
  }
}
