import { existsSync } from 'node:fs'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { openDatabase, type OpenOptions } from '../database/open-database.ts'
import { readIdentity } from './workspace-identity.ts'

/** Asks a workspace's file that nobody has opened yet whose it is; null when it cannot say. Changes nothing in it. */
export function readForeignIdentity(path: string, openOptions: OpenOptions): Workspace | null {
  if (!existsSync(path)) return null
  try {
    const database = openDatabase(path, { ...openOptions, readonly: true, mustExist: true })
    try {
      return readIdentity(database)
    } finally {
      database.close()
    }
  } catch {
    return null // Damaged or no database at all: it stays where it is, unlisted.
  }
}
