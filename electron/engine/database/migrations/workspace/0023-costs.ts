import type { Migration } from '../../migration.ts'

/** What a network asked for a job that is out, in thousandths of a US dollar. `month`: by the client's clocks when it was confirmed, `2026-11`. */
export const migration0023: Migration = {
  version: 23,
  name: 'costs',
  up(database) {
    database.exec(`
      CREATE TABLE costs (
        job_id TEXT PRIMARY KEY REFERENCES outbox_jobs (id),
        month TEXT NOT NULL,
        mills INTEGER NOT NULL CHECK (mills >= 0),
        has_link INTEGER NOT NULL CHECK (has_link IN (0, 1)),
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX costs_by_month ON costs (month, mills, has_link);
    `)
  }
}
