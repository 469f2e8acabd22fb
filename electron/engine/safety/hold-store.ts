import type Database from 'better-sqlite3'
import { holdSchema, type Hold } from '../../../shared/safety/hold.ts'

/** The hold of one client (in its own database) or of all (in the studio's): one row or none. */
export interface HoldStore {
  read(): Hold | null
  /** A hold that stands keeps its beginning and takes the new reason. */
  set(hold: Hold): void
  clear(): void
}

export function createHoldStore(database: Database.Database): HoldStore {
  const select = database.prepare('SELECT reason, since FROM hold')
  const upsert = database.prepare('INSERT INTO hold (only_row, reason, since) VALUES (1, @reason, @since) ON CONFLICT DO UPDATE SET reason = @reason')
  const remove = database.prepare('DELETE FROM hold')
  return {
    read() {
      const row = select.get()
      return row === undefined ? null : holdSchema.parse(row)
    },
    set: (hold) => void upsert.run(hold),
    clear: () => void remove.run()
  }
}
