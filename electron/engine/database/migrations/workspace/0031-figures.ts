import type { Migration } from '../../migration.ts'

/** What networks counted, each reading with its moment; `figures` is JSON, `"gone"` for a post that was no longer there. Nothing here is ever sent. */
export const migration0031: Migration = {
  version: 31,
  name: 'figures',
  up(database) {
    database.exec(`
      CREATE TABLE post_figures (
        job_id TEXT NOT NULL,
        read_at INTEGER NOT NULL,
        figures TEXT NOT NULL,
        PRIMARY KEY (job_id, read_at)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE account_figures (
        account_id TEXT NOT NULL,
        read_at INTEGER NOT NULL,
        figures TEXT NOT NULL,
        PRIMARY KEY (account_id, read_at)
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
