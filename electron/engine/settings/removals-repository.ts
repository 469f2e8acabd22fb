import type Database from 'better-sqlite3'
import { z } from 'zod'
import { openEndSchema, removalNoticeSchema, type InterruptedRemoval, type RemovalNotice } from '../../../shared/workspaces/client-removal.ts'

const rowSchema = z
  .object({ id: z.string(), client_name: z.string(), time_zone: z.string(), at: z.int(), items: z.string(), total: z.int() })
  .transform((row) => ({ id: row.id, clientName: row.client_name, timeZone: row.time_zone, at: row.at, items: readItems(row.items), total: row.total }))
  .pipe(removalNoticeSchema)

const mostItems = 50

export interface RemovalsRepository {
  /** Those that the user has not yet read and closed, newest first. */
  listOpen(): readonly RemovalNotice[]
  insert(notice: Omit<RemovalNotice, 'total'>): void
  /** False when there is no such notice. */
  dismiss(removalId: string, at: number): boolean
  /** Before anything of it ends. False when an earlier removal was interrupted and stands. */
  begin(workspaceId: string, at: number): boolean
  /** From here on its accounts may be without access. */
  noteKeysGone(workspaceId: string): void
  /** It came to its end, or the client stays. */
  end(workspaceId: string): void
  begun(workspaceId: string): InterruptedRemoval | null
}

const begunSchema = z.object({ at: z.int(), are_keys_gone: z.int() })

export function createRemovalsRepository(database: Database.Database): RemovalsRepository {
  const selectOpen = database.prepare('SELECT id, client_name, time_zone, at, items, total FROM removals WHERE dismissed_at IS NULL ORDER BY at DESC, id')
  const insert = database.prepare('INSERT INTO removals (id, client_name, time_zone, at, items, total) VALUES (@id, @clientName, @timeZone, @at, @items, @total)')
  const dismiss = database.prepare('UPDATE removals SET dismissed_at = coalesce(dismissed_at, ?) WHERE id = ?')
  const insertBegun = database.prepare<[string, number]>('INSERT INTO removals_begun (workspace_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const updateKeys = database.prepare<[string]>('UPDATE removals_begun SET are_keys_gone = 1 WHERE workspace_id = ?')
  const deleteBegun = database.prepare<[string]>('DELETE FROM removals_begun WHERE workspace_id = ?')
  const selectBegun = database.prepare<[string]>('SELECT at, are_keys_gone FROM removals_begun WHERE workspace_id = ?')
  return {
    listOpen: () => selectOpen.all().map((row) => rowSchema.parse(row)),
    insert(notice) {
      const items = notice.items.map((item) => openEndSchema.parse(item))
      insert.run({ ...notice, items: JSON.stringify(items.slice(0, mostItems)), total: items.length })
    },
    dismiss: (removalId, at) => dismiss.run(at, removalId).changes > 0,
    begin: (workspaceId, at) => insertBegun.run(workspaceId, at).changes > 0,
    noteKeysGone: (workspaceId) => void updateKeys.run(workspaceId),
    end: (workspaceId) => void deleteBegun.run(workspaceId),
    begun(workspaceId) {
      const row = begunSchema.nullable().parse(selectBegun.get(workspaceId) ?? null)
      return row === null ? null : { at: row.at, areKeysGone: row.are_keys_gone === 1 }
    }
  }
}

/** A network that a later version knew and this one does not leaves the others readable. */
function readItems(text: string): unknown[] {
  const items: unknown = JSON.parse(text)
  return Array.isArray(items) ? items.filter((item) => openEndSchema.safeParse(item).success) : []
}
