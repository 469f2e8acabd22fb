import type Database from 'better-sqlite3'
import { z } from 'zod'

/** What members keep at the top of their profiles. */
export function createPinsRecord(database: Database.Database) {
  const set = database.prepare('UPDATE statuses SET pinned_at = ? WHERE id = ?')
  const of = database.prepare('SELECT id FROM statuses WHERE author_id = ? AND pinned_at IS NOT NULL AND deleted_at IS NULL ORDER BY pinned_at DESC, id DESC').pluck()
  return {
    /** `at`: since then, ms since the epoch; null: no more. */
    set(statusId: string, at: number | null): void {
      set.run(at, statusId)
    },
    /** Ids of statuses; what was pinned last comes first. */
    of: (authorId: string): readonly string[] => z.array(z.string()).parse(of.all(authorId))
  }
}
