import type Database from 'better-sqlite3'
import type { Random } from '../random.ts'

export interface LineagePoint {
  readonly serial: number
  readonly mark: string
}

/** The studio's own word on how far each client's file has come: a file that says less is an older one. */
export interface LineageBook {
  /** Who writes here; another one's data folder has another. */
  readonly installation: string
  read(workspaceId: string): LineagePoint | null
  write(workspaceId: string, point: LineagePoint): void
}

export function createLineageBook(database: Database.Database, random: Random): LineageBook {
  database.prepare('INSERT OR IGNORE INTO installation (only_row, id) VALUES (1, ?)').run(random.id())
  const installation = database.prepare<[], string>('SELECT id FROM installation').pluck().get() ?? ''
  const select = database.prepare<[string], LineagePoint>('SELECT serial, mark FROM lineages WHERE workspace_id = ?')
  const upsert = database.prepare('INSERT INTO lineages (workspace_id, serial, mark) VALUES (@workspaceId, @serial, @mark) ON CONFLICT DO UPDATE SET serial = @serial, mark = @mark')
  return {
    installation,
    read: (workspaceId) => select.get(workspaceId) ?? null,
    write: (workspaceId, { serial, mark }) => void upsert.run({ workspaceId, serial, mark })
  }
}
