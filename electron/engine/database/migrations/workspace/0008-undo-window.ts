import type { Migration } from '../../migration.ts'

/** `undo_until`: the job waits to be taken back, and nothing of it has left; null again as soon as anything happens to it. */
export const migration0008: Migration = {
  version: 8,
  name: 'undo window',
  up(database) {
    database.exec(`
      ALTER TABLE outbox_jobs ADD COLUMN undo_until INTEGER;
      CREATE INDEX outbox_leaving ON outbox_jobs (next_attempt_at, due_at) WHERE undo_until IS NOT NULL;
    `)
  }
}
