import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { Restoration } from './restore-backup.ts'

/** A restoration as a workspace's file remembers it. */
export interface RememberedRestoration extends Restoration {
  readonly id: string
}

const rowSchema = z
  .object({ id: z.string(), at: z.int(), restored_to: z.int().nullable(), damaged_file_name: z.string() })
  .transform((row): RememberedRestoration => ({ id: row.id, at: row.at, restoredTo: row.restored_to, damagedFileName: row.damaged_file_name }))

/** `id` is the id of the recovery that the user will be told of: the same one however often the telling is begun. */
export function rememberRestoration(database: Database.Database, id: string, restoration: Restoration): void {
  database
    .prepare('INSERT INTO restorations (id, at, restored_to, damaged_file_name) VALUES (@id, @at, @restoredTo, @damagedFileName)')
    .run({ id, ...restoration })
}

/** Those that the features have not dealt with yet, oldest first. */
export function listUnsettledRestorations(database: Database.Database): readonly RememberedRestoration[] {
  return database.prepare('SELECT id, at, restored_to, damaged_file_name FROM restorations WHERE settled_at IS NULL ORDER BY at, id').all().map((row) => rowSchema.parse(row))
}

export function settleRestorations(database: Database.Database, now: number): void {
  database.prepare('UPDATE restorations SET settled_at = ? WHERE settled_at IS NULL').run(now)
}
