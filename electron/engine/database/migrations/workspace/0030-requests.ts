import type { Migration } from '../../migration.ts'

/**
 * What each attempt asked of the network and was answered, as JSON: method and path, status, the network's words. Never a query, a body or a token.
 * `job_moments`: what happened to a job between its attempts (it waited, was held, was decided on).
 */
export const migration0030: Migration = {
  version: 30,
  name: 'requests and moments',
  up(database) {
    database.exec(`
      ALTER TABLE job_attempts ADD COLUMN calls TEXT;

      CREATE TABLE job_moments (
        id INTEGER PRIMARY KEY,
        job_id TEXT NOT NULL REFERENCES outbox_jobs (id),
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        until INTEGER,
        reason TEXT NOT NULL DEFAULT ''
      ) STRICT;

      CREATE INDEX job_moments_by_job ON job_moments (job_id, id);
    `)
  }
}
