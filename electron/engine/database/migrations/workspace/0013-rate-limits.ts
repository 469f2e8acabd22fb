import type { Migration } from '../../migration.ts'

/**
 * What networks let us ask, where it is short: a budget that is nearly used up, or a refusal and its end. Kept so that nothing is asked too early after a
 * restart either. `scope` is `account <id>` or `app <network>`; `uses` are the kinds of call that draw on it, JSON.
 */
export const migration0013: Migration = {
  version: 13,
  name: 'rate limits',
  up(database) {
    database.exec(`
      CREATE TABLE rate_limits (
        scope TEXT NOT NULL,
        bucket TEXT NOT NULL,
        max INTEGER NOT NULL,
        remaining INTEGER NOT NULL CHECK (remaining >= 0),
        resets_at INTEGER NOT NULL,
        uses TEXT NOT NULL,
        PRIMARY KEY (scope, bucket)
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
