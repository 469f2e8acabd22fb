import type Database from 'better-sqlite3'
import { z } from 'zod'
import { recoverySchema, type Recovery } from '../../../shared/contract/studio.contract.ts'

const rowSchema = z
  .object({ id: z.string(), workspace_id: z.string().nullable(), at: z.int(), restored_to: z.int().nullable(), damaged_file_name: z.string() })
  .transform((row) => ({ id: row.id, workspaceId: row.workspace_id, at: row.at, restoredTo: row.restored_to, damagedFileName: row.damaged_file_name }))
  .pipe(recoverySchema)

export interface RecoveriesRepository {
  /** Those that the user has not yet read and closed, newest first. */
  listOpen(): readonly Recovery[]
  /** The same recovery again changes nothing. */
  insert(recovery: Recovery): void
  /** False when there is no such recovery. */
  dismiss(recoveryId: string, at: number): boolean
}

export function createRecoveriesRepository(database: Database.Database): RecoveriesRepository {
  const selectOpen = database.prepare('SELECT id, workspace_id, at, restored_to, damaged_file_name FROM recoveries WHERE dismissed_at IS NULL ORDER BY at DESC, id')
  const insert = database.prepare(
    'INSERT OR IGNORE INTO recoveries (id, workspace_id, at, restored_to, damaged_file_name) VALUES (@id, @workspaceId, @at, @restoredTo, @damagedFileName)'
  )
  const dismiss = database.prepare('UPDATE recoveries SET dismissed_at = coalesce(dismissed_at, ?) WHERE id = ?')
  return {
    listOpen: () => selectOpen.all().map((row) => rowSchema.parse(row)),
    insert: (recovery) => void insert.run(recovery),
    dismiss: (recoveryId, at) => dismiss.run(at, recoveryId).changes > 0
  }
}
