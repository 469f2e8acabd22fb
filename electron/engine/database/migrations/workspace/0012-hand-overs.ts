import type { Migration } from '../../migration.ts'

/**
 * A job whose `hand_over` is set is `pending_at_network` and is never sent from here: the network publishes it by itself.
 *
 * `hand_overs`: what is to be done there (`wish`), written before anything is done. `due_at` is the time it is to have there, `asked_due_at` the one
 * of the last call. `is_uncertain`: a call that hands it over may have arrived, at `sent_at`; it is looked for before anything else. `nones`: how
 * often in a row it was certainly nowhere. A row outlives its job's stay there, for the page to tell what was noticed.
 */
export const migration0012: Migration = {
  version: 12,
  name: 'hand-over to networks',
  up(database) {
    database.exec(`
      ALTER TABLE outbox_jobs ADD COLUMN hand_over TEXT CHECK (hand_over IN ('handing', 'with_network', 'taking_back'));

      CREATE TABLE hand_overs (
        job_id TEXT PRIMARY KEY REFERENCES outbox_jobs (id),
        account_id TEXT NOT NULL,
        wish TEXT NOT NULL CHECK (wish IN ('hand_over', 'doubt', 'stay', 'move', 'take_back', 'none')),
        after_return TEXT CHECK (after_return IN ('wait_here', 'edit')),
        idempotency_key TEXT NOT NULL,
        scheduled_id TEXT,
        due_at INTEGER NOT NULL,
        asked_due_at INTEGER NOT NULL,
        is_uncertain INTEGER NOT NULL DEFAULT 0 CHECK (is_uncertain IN (0, 1)),
        sent_at INTEGER,
        next_at INTEGER,
        tries INTEGER NOT NULL DEFAULT 0,
        nones INTEGER NOT NULL DEFAULT 0,
        noticed TEXT CHECK (noticed IN ('moved_there', 'changed_there', 'removed_there', 'not_taken')),
        failure TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE INDEX hand_overs_next ON hand_overs (next_at) WHERE next_at IS NOT NULL;
    `)
  }
}
