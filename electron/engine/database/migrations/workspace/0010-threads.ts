import type { Migration } from '../../migration.ts'

/**
 * A post in several parts. `post_parts` holds those after the first; images of all parts stay in `post_media`, `position` counting through.
 *
 * In the outbox each part is a job of its own. `after_job_id` is the job of the part before it, which this one answers: it never leaves before that
 * one is confirmed. While it waits for it, it is `queued` without `next_attempt_at`.
 */
export const migration0010: Migration = {
  version: 10,
  name: 'threads',
  up(database) {
    database.exec(`
      CREATE TABLE post_parts (
        post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
        part INTEGER NOT NULL CHECK (part > 1),
        part_id TEXT NOT NULL,
        document TEXT NOT NULL,
        variants TEXT NOT NULL,
        PRIMARY KEY (post_id, part)
      ) STRICT, WITHOUT ROWID;

      ALTER TABLE post_media ADD COLUMN part INTEGER NOT NULL DEFAULT 1 CHECK (part > 0);

      ALTER TABLE outbox_jobs ADD COLUMN part INTEGER NOT NULL DEFAULT 1 CHECK (part > 0);
      ALTER TABLE outbox_jobs ADD COLUMN part_count INTEGER NOT NULL DEFAULT 1 CHECK (part_count >= part);
      ALTER TABLE outbox_jobs ADD COLUMN after_job_id TEXT REFERENCES outbox_jobs (id);

      CREATE INDEX outbox_after ON outbox_jobs (after_job_id) WHERE after_job_id IS NOT NULL;

      -- The last wall against a double post: no account ever has two living jobs for one part of a post.
      DROP INDEX outbox_one_per_post_and_account;
      CREATE UNIQUE INDEX outbox_one_per_part_and_account ON outbox_jobs (post_id, account_id, part)
        WHERE kind = 'publish_post' AND post_id IS NOT NULL AND state <> 'cancelled';
    `)
  }
}
