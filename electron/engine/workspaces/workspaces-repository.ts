import type Database from 'better-sqlite3'
import { z } from 'zod'
import { defaultSafety, workspaceSafetySchema, type WorkspaceSafety } from '../../../shared/workspaces/workspace-safety.ts'
import { workspaceSchema, type Workspace } from '../../../shared/workspaces/workspace.ts'

const rowSchema = z
  .object({ id: z.string(), name: z.string(), colour: z.string(), time_zone: z.string(), late_grace_minutes: z.int(), safety: z.string(), kind: z.string(), created_at: z.int() })
  .transform((row): unknown => ({
    id: row.id,
    name: row.name,
    colour: row.colour,
    timeZone: row.time_zone,
    lateGraceMinutes: row.late_grace_minutes,
    safety: readSafety(row.safety),
    kind: row.kind,
    createdAt: row.created_at
  }))
  .pipe(workspaceSchema)

export interface WorkspacesRepository {
  /** Oldest first. */
  list(): readonly Workspace[]
  /** Ids of workspaces that were removed: their folders belong in the bin. */
  listRemoved(): readonly string[]
  insert(workspace: Workspace): void
  update(workspace: Workspace): void
  /** With what is to be said of it: both, or neither. */
  markRemoved(workspaceId: string, at: number, tell: () => void): void
}

export function createWorkspacesRepository(database: Database.Database): WorkspacesRepository {
  const columns = 'id, name, colour, time_zone, late_grace_minutes, safety, kind, created_at'
  const selectAll = database.prepare(`SELECT ${columns} FROM workspaces WHERE removed_at IS NULL ORDER BY created_at, id`)
  const selectRemoved = database.prepare<[], string>('SELECT id FROM workspaces WHERE removed_at IS NOT NULL').pluck()
  const insert = database.prepare(
    `INSERT INTO workspaces (${columns}) VALUES (@id, @name, @colour, @timeZone, @lateGraceMinutes, @safety, @kind, @createdAt)`
  )
  const update = database.prepare(
    'UPDATE workspaces SET name = @name, colour = @colour, time_zone = @timeZone, late_grace_minutes = @lateGraceMinutes, safety = @safety WHERE id = @id'
  )
  const markRemoved = database.prepare('UPDATE workspaces SET removed_at = ? WHERE id = ?')
  return {
    list: () => selectAll.all().map((row) => rowSchema.parse(row)),
    listRemoved: () => selectRemoved.all(),
    insert: (workspace) => void insert.run(columnsOf(workspace)),
    update: (workspace) => void update.run(columnsOf(workspace)),
    markRemoved: (workspaceId, at, tell) =>
      database
        .transaction(() => {
          markRemoved.run(at, workspaceId)
          tell()
        })
        .immediate()
  }
}

const columnsOf = (workspace: Workspace) => ({ ...workspace, safety: JSON.stringify(workspace.safety) })

/** What cannot be understood falls back to the safe default. */
function readSafety(text: string): WorkspaceSafety {
  try {
    return workspaceSafetySchema.safeParse(JSON.parse(text)).data ?? defaultSafety
  } catch {
    return defaultSafety // Not JSON.
  }
}
