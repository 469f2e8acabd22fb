import type { Migration } from '../../migration.ts'

/**
 * What a series said and when it went before it was changed, for the days before the change: those days keep it, are made again with it after a pause, and
 * follow the series by it. Of a series that was changed before this table was there, the older words are not known: its days before count as edited one by one.
 */
export const migration0064: Migration = {
  version: 64,
  name: 'earlier words of series',
  up(database) {
    database.exec(`
      CREATE TABLE series_earlier_versions (
        series_id TEXT NOT NULL REFERENCES post_series (id),
        until TEXT NOT NULL,
        content TEXT NOT NULL,
        rule TEXT NOT NULL,
        local_time TEXT NOT NULL,
        start_date TEXT NOT NULL,
        series_end TEXT NOT NULL,
        PRIMARY KEY (series_id, until)
      ) STRICT, WITHOUT ROWID;
    `)
  }
}
