import type Database from 'better-sqlite3'
import { z } from 'zod'
import { openEndSchema, removalNoticeSchema, type RemovalNotice } from '../../../shared/workspaces/client-removal.ts'

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
}

export function createRemovalsRepository(database: Database.Database): RemovalsRepository {
  const selectOpen = database.prepare('SELECT id, client_name, time_zone, at, items, total FROM removals WHERE dismissed_at IS NULL ORDER BY at DESC, id')
  const insert = database.prepare('INSERT INTO removals (id, client_name, time_zone, at, items, total) VALUES (@id, @clientName, @timeZone, @at, @items, @total)')
  const dismiss = database.prepare('UPDATE removals SET dismissed_at = coalesce(dismissed_at, ?) WHERE id = ?')
  return {
    listOpen: () => selectOpen.all().map((row) => rowSchema.parse(row)),
    insert(notice) {
      const items = notice.items.map((item) => openEndSchema.parse(item))
      insert.run({ ...notice, items: JSON.stringify(items.slice(0, mostItems)), total: items.length })
    },
    dismiss: (removalId, at) => dismiss.run(at, removalId).changes > 0
  }
}

/** A network that a later version knew and this one does not leaves the others readable. */
function readItems(text: string): unknown[] {
  const items: unknown = JSON.parse(text)
  return Array.isArray(items) ? items.filter((item) => openEndSchema.safeParse(item).success) : []
}
