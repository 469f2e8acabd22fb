import type { Migration } from '../../migration.ts'

/**
 * `post_series`: what repeats and when. `revision` rises with each change of what is to come; the ids of an occurrence's post, jobs and keys follow
 * from it and from the day, so that the same occurrence made twice is one. `made_until` is the last day that was dealt with. `zone_kept_for` is the
 * workspace's zone for which the user said that the series keeps its own.
 *
 * `series_occurrences`: one row for each day that was dealt with; the primary key is the wall against making one twice. `post_id` is null once the
 * post is gone. `is_settled` 0: nobody was asked yet about a time that went by.
 */
export const migration0009: Migration = {
  version: 9,
  name: 'recurring posts',
  up(database) {
    database.exec(`
      CREATE TABLE post_series (
        id TEXT PRIMARY KEY,
        revision INTEGER NOT NULL CHECK (revision > 0),
        state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'ended')),
        content TEXT NOT NULL,
        excerpt TEXT NOT NULL,
        rule TEXT NOT NULL,
        local_time TEXT NOT NULL,
        time_zone TEXT NOT NULL,
        start_date TEXT NOT NULL,
        series_end TEXT NOT NULL,
        made_until TEXT NOT NULL,
        zone_kept_for TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE series_occurrences (
        series_id TEXT NOT NULL REFERENCES post_series (id),
        date TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('planned', 'skipped', 'passed')),
        post_id TEXT REFERENCES posts (id) ON DELETE SET NULL,
        is_settled INTEGER NOT NULL DEFAULT 1 CHECK (is_settled IN (0, 1)),
        PRIMARY KEY (series_id, date)
      ) STRICT, WITHOUT ROWID;

      CREATE UNIQUE INDEX series_occurrence_of_post ON series_occurrences (post_id) WHERE post_id IS NOT NULL;
    `)
  }
}
