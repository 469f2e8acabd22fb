import type { Migration } from '../../migration.ts'

/**
 * `hand_overs`: `due_until` is the latest time that the network was asked for and may have; with `asked_due_at`, the earliest, it says when a post can
 * have gone out there. `wish` lost: nobody knows what became of it there, the user is asked; looking again looks there. `after_return` discard: it is
 * removed once it is back. `was_held` 1: a hold called it back, and nobody has decided yet whether it goes there again.
 *
 * `job_attempts`: the calls to a network's own schedule too. `detail` says what was asked and answered beyond step and outcome.
 */
export const migration0017: Migration = {
  version: 17,
  name: 'followed hand-overs',
  up(database) {
    database.exec(`
      CREATE TABLE hand_overs_anew (
        job_id TEXT PRIMARY KEY REFERENCES outbox_jobs (id),
        account_id TEXT NOT NULL,
        wish TEXT NOT NULL CHECK (wish IN ('hand_over', 'doubt', 'stay', 'move', 'take_back', 'lost', 'none')),
        after_return TEXT CHECK (after_return IN ('wait_here', 'edit', 'discard')),
        was_held INTEGER NOT NULL DEFAULT 0 CHECK (was_held IN (0, 1)),
        idempotency_key TEXT NOT NULL,
        scheduled_id TEXT,
        due_at INTEGER NOT NULL,
        asked_due_at INTEGER NOT NULL,
        due_until INTEGER NOT NULL,
        is_uncertain INTEGER NOT NULL DEFAULT 0 CHECK (is_uncertain IN (0, 1)),
        sent_at INTEGER,
        next_at INTEGER,
        tries INTEGER NOT NULL DEFAULT 0,
        nones INTEGER NOT NULL DEFAULT 0,
        noticed TEXT CHECK (noticed IN ('moved_there', 'changed_there', 'removed_there', 'not_taken')),
        failure TEXT
      ) STRICT, WITHOUT ROWID;

      INSERT INTO hand_overs_anew (job_id, account_id, wish, after_return, idempotency_key, scheduled_id, due_at, asked_due_at, due_until, is_uncertain, sent_at, next_at, tries, nones, noticed, failure)
        SELECT job_id, account_id, wish, after_return, idempotency_key, scheduled_id, due_at, asked_due_at, max(due_at, asked_due_at), is_uncertain, sent_at, next_at, tries, nones, noticed, failure FROM hand_overs;
      DROP TABLE hand_overs;
      ALTER TABLE hand_overs_anew RENAME TO hand_overs;

      CREATE INDEX hand_overs_next ON hand_overs (account_id, next_at) WHERE next_at IS NOT NULL;
      CREATE INDEX hand_overs_there ON hand_overs (account_id, scheduled_id) WHERE scheduled_id IS NOT NULL;
      CREATE INDEX hand_overs_held ON hand_overs (job_id) WHERE was_held = 1;

      CREATE TABLE job_attempts_anew (
        id TEXT PRIMARY KEY,
        job_id TEXT NOT NULL REFERENCES outbox_jobs (id),
        step TEXT NOT NULL CHECK (step IN ('send', 'look_up', 'resume', 'hand_over', 'find_there', 'read_there', 'move_there', 'take_back')),
        outcome TEXT NOT NULL CHECK (outcome IN ('running', 'published', 'pending', 'not_found', 'failed', 'offline', 'unknown', 'interrupted', 'waits_there', 'gone_there')),
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        failure TEXT,
        detail TEXT
      ) STRICT;

      INSERT INTO job_attempts_anew (id, job_id, step, outcome, started_at, ended_at, failure)
        SELECT id, job_id, step, outcome, started_at, ended_at, failure FROM job_attempts ORDER BY rowid;
      DROP TABLE job_attempts;
      ALTER TABLE job_attempts_anew RENAME TO job_attempts;

      CREATE INDEX job_attempts_by_job ON job_attempts (job_id, started_at);
      CREATE INDEX job_attempts_running ON job_attempts (job_id) WHERE outcome = 'running';
    `)
  }
}
