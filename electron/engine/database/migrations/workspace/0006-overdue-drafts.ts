import type { Migration } from '../../migration.ts'

/**
 * A draft may carry a time: a plan, by which nothing goes out. It stands where the time of a scheduled post stands, since the jobs tell which of
 * the two it is. The index finds plans that are over without going through what was published.
 */
export const migration0006: Migration = {
  version: 6,
  name: 'overdue drafts',
  up(database) {
    database.exec('CREATE INDEX posts_overdue ON posts (due_at) WHERE due_at IS NOT NULL AND published_at IS NULL')
  }
}
