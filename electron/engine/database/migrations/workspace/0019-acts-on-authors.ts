import type { Migration } from '../../migration.ts'

/** Whom an account mutes or blocks is read off its jobs: they are few, and stand among many. */
export const migration0019: Migration = {
  version: 19,
  name: 'acts on authors',
  up(database) {
    database.exec(`CREATE INDEX outbox_on_authors ON outbox_jobs (account_id) WHERE kind IN ('mute', 'unmute', 'block', 'unblock')`)
  }
}
