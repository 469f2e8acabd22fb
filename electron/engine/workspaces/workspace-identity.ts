import type Database from 'better-sqlite3'
import { workspaceSchema, type Workspace } from '../../../shared/workspaces/workspace.ts'

/** Writes into the workspace's own file whose it is; nothing is written when it says so already. */
export function saveIdentity(database: Database.Database, workspace: Workspace): void {
  const text = JSON.stringify(workspaceSchema.parse(workspace))
  database
    .prepare('INSERT INTO workspace_identity (only_row, workspace) VALUES (1, @text) ON CONFLICT DO UPDATE SET workspace = @text WHERE workspace <> @text')
    .run({ text })
}

/** null when the file does not say, or says what cannot be understood. Throws when it cannot be read. */
export function readIdentity(database: Database.Database): Workspace | null {
  const hasTable = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'workspace_identity'`).get() !== undefined
  if (!hasTable) return null
  const text = database.prepare<[], string>('SELECT workspace FROM workspace_identity').pluck().get()
  if (text === undefined) return null
  try {
    return workspaceSchema.parse(JSON.parse(text))
  } catch {
    return null // Not JSON or not a workspace: the caller leaves the folder alone.
  }
}
