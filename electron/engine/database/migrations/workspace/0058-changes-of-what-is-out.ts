import type { Migration } from '../../migration.ts'

/** A job may be about what another one published: it deletes it there. `removed_at`: of what was published, and is deleted since. */
export const migration0058: Migration = {
  version: 58,
  name: 'changes of what is out',
  up(database) {
    database.exec(`
      ALTER TABLE outbox_jobs ADD COLUMN about_job_id TEXT REFERENCES outbox_jobs (id);
      ALTER TABLE outbox_jobs ADD COLUMN about_post_id TEXT;
      ALTER TABLE outbox_jobs ADD COLUMN removed_at INTEGER;
      CREATE INDEX outbox_about ON outbox_jobs (about_post_id) WHERE about_post_id IS NOT NULL;
      CREATE INDEX outbox_about_job ON outbox_jobs (about_job_id) WHERE about_job_id IS NOT NULL;
    `)
  }
}
