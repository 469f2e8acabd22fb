import type { Migration } from '../../migration.ts'

/**
 * `outbox_jobs`: everything that other people will see, one row for each account, with the exact payload and the key that makes a repeat
 * recognisable. A row is never deleted. `next_attempt_at` is when the runner looks at it next; null when it waits for the network
 * (`waiting_for_network`), for a login (`awaits_login`) or for the user.
 *
 * `intent_at` goes to the network with the key: when the effect is meant to be out. It may only change while nothing can have arrived.
 * `looks`, `nones`: answers to looking the job up since the last send, and how many in a row said "not there".
 *
 * `job_attempts` is written before the network is called, so that a crash leaves a trace (`running` without an end).
 */
export const migration0003: Migration = {
  version: 3,
  name: 'outbox',
  up(database) {
    database.exec(`
      CREATE TABLE outbox_jobs (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('publish_post', 'reply', 'like', 'unlike')),
        state TEXT NOT NULL CHECK (state IN ('queued', 'waiting_for_network', 'sending', 'unknown_outcome', 'pending_at_network', 'published', 'failed', 'missed', 'held', 'cancelled')),
        account_id TEXT NOT NULL REFERENCES accounts (id),
        post_id TEXT REFERENCES posts (id) ON DELETE SET NULL,
        conversation_id TEXT,
        item_id TEXT,
        idempotency_key TEXT NOT NULL UNIQUE,
        intent_at INTEGER NOT NULL,
        payload TEXT NOT NULL,
        excerpt TEXT NOT NULL,
        is_planned INTEGER NOT NULL CHECK (is_planned IN (0, 1)),
        due_at INTEGER NOT NULL,
        next_attempt_at INTEGER,
        lease_until INTEGER,
        attempts INTEGER NOT NULL DEFAULT 0,
        first_sent_at INTEGER,
        last_sent_at INTEGER,
        looks INTEGER NOT NULL DEFAULT 0,
        nones INTEGER NOT NULL DEFAULT 0,
        failed_looks INTEGER NOT NULL DEFAULT 0,
        awaits_login INTEGER NOT NULL DEFAULT 0 CHECK (awaits_login IN (0, 1)),
        pending_token TEXT,
        failure TEXT,
        remote_id TEXT,
        remote_url TEXT,
        created_at INTEGER NOT NULL,
        finished_at INTEGER,
        CHECK ((state IN ('published', 'cancelled')) = (finished_at IS NOT NULL))
      ) STRICT;

      -- The last wall against a double post: no account ever has two living jobs for one post.
      CREATE UNIQUE INDEX outbox_one_per_post_and_account ON outbox_jobs (post_id, account_id)
        WHERE kind = 'publish_post' AND post_id IS NOT NULL AND state <> 'cancelled';

      -- What the runner asks at each tick. It must not grow with the number of future posts.
      CREATE INDEX outbox_next ON outbox_jobs (account_id, next_attempt_at, due_at, created_at, id, state) WHERE next_attempt_at IS NOT NULL;
      CREATE INDEX outbox_waiting ON outbox_jobs (account_id, due_at, id) WHERE state = 'waiting_for_network';
      CREATE INDEX outbox_sending ON outbox_jobs (account_id, id) WHERE state = 'sending';
      CREATE INDEX outbox_awaiting_login ON outbox_jobs (account_id) WHERE awaits_login = 1;

      -- Lists and counts.
      CREATE INDEX outbox_open ON outbox_jobs (due_at, id) WHERE finished_at IS NULL;
      CREATE INDEX outbox_open_by_state ON outbox_jobs (state, due_at, next_attempt_at) WHERE finished_at IS NULL;
      CREATE INDEX outbox_finished ON outbox_jobs (finished_at DESC, id) WHERE finished_at IS NOT NULL;
      CREATE INDEX outbox_by_post ON outbox_jobs (post_id) WHERE post_id IS NOT NULL;
      CREATE INDEX outbox_by_conversation ON outbox_jobs (conversation_id) WHERE conversation_id IS NOT NULL;
      CREATE INDEX outbox_by_item ON outbox_jobs (item_id) WHERE item_id IS NOT NULL;
      CREATE INDEX outbox_by_remote ON outbox_jobs (account_id, remote_id) WHERE remote_id IS NOT NULL;

      CREATE TABLE job_attempts (
        id TEXT PRIMARY KEY,
        job_id TEXT NOT NULL REFERENCES outbox_jobs (id),
        step TEXT NOT NULL CHECK (step IN ('send', 'look_up', 'resume')),
        outcome TEXT NOT NULL CHECK (outcome IN ('running', 'published', 'pending', 'not_found', 'failed', 'offline', 'unknown', 'interrupted')),
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        failure TEXT
      ) STRICT;

      CREATE INDEX job_attempts_by_job ON job_attempts (job_id, started_at);
      CREATE INDEX job_attempts_running ON job_attempts (job_id) WHERE outcome = 'running';

      -- Payloads that could not be read, as they were, for a report; their jobs are shown as failed.
      CREATE TABLE quarantined_jobs (
        id TEXT PRIMARY KEY,
        job_id TEXT NOT NULL,
        payload TEXT NOT NULL,
        reason TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;
    `)
  }
}
