import type { Migration } from '../../migration.ts'

/** What a network told of reactions as they came (Telegram): of each message of the account the newest state, kept also where no post of ours is known for it yet. `kinds` is JSON. Nothing here is ever sent. */
export const migration0113: Migration = {
  version: 113,
  name: 'reactions told',
  up(database) {
    database.exec(`
      CREATE TABLE reactions_told (
        account_id TEXT NOT NULL,
        remote_id TEXT NOT NULL,
        counted_at INTEGER NOT NULL,
        kinds TEXT NOT NULL,
        PRIMARY KEY (account_id, remote_id)
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
