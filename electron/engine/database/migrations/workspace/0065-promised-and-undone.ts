import type { Migration } from '../../migration.ts'

/** `promised_until`: told to leave on the return online, it does so up to then. `before_now`: what it was before somebody sent it by one press of a button, while that can be taken back. */
export const migration0065: Migration = {
  version: 65,
  name: 'promised and undone',
  up(database) {
    database.exec(`
      ALTER TABLE outbox_jobs ADD COLUMN promised_until INTEGER;
      ALTER TABLE outbox_jobs ADD COLUMN before_now TEXT;
    `)
  }
}
