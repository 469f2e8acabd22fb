import type { Migration } from '../../migration.ts'

/**
 * `hand_overs`: `old_hour` is the hour that the network still had when the post went out there, although another one was wished; `old_hour_read`: somebody has read that.
 * `hand_overs_wish`: what is moved or only looked for is counted at every change, among all that ever waited with a network.
 */
export const migration0069: Migration = {
  version: 69,
  name: 'hours that came too late',
  up(database) {
    database.exec(`
      ALTER TABLE hand_overs ADD COLUMN old_hour INTEGER;
      ALTER TABLE hand_overs ADD COLUMN old_hour_read INTEGER NOT NULL DEFAULT 0 CHECK (old_hour_read IN (0, 1));
      CREATE INDEX hand_overs_wish ON hand_overs (wish);
      CREATE INDEX hand_overs_old_hour ON hand_overs (job_id) WHERE old_hour IS NOT NULL AND old_hour_read = 0;
    `)
  }
}
