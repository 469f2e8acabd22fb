import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { idSchema } from '../../../shared/contract/identifiers.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { openDatabase, type OpenOptions } from '../database/open-database.ts'
import type { Logger } from '../log/logger.ts'
import { workspaceFolderOf, type DataFolder } from './workspace-folder.ts'
import { readIdentity } from './workspace-identity.ts'

/**
 * Workspaces whose folders lie in the data folder although the list does not know them: after the list itself was lost, after a crash in the
 * middle of making one, or handed over from another computer. Only a folder that bears the id its file names counts.
 */
export function findUnlistedWorkspaces(data: DataFolder, known: ReadonlySet<string>, openOptions: OpenOptions): readonly Workspace[] {
  return readdirSync(data.workspaces).flatMap((name) => {
    if (known.has(name) || idSchema.safeParse(name).data !== name) return []
    const identity = readClosed(workspaceFolderOf(data, name).database, openOptions, readIdentity)
    return identity?.id === name ? [identity] : []
  })
}

/** Names of the keychain entries of a workspace that is not open; none when its file cannot say. Those of another one, whose file lies there by mistake, are not its. */
export function readSecretReferences(data: DataFolder, workspaceId: string, openOptions: OpenOptions): readonly string[] {
  const path = workspaceFolderOf(data, workspaceId).database
  const named = readClosed(path, openOptions, (database) => database.prepare<[], string>('SELECT secret_reference FROM accounts').pluck().all()) ?? []
  return named.filter((reference) => reference.startsWith(`${workspaceId}:`))
}

/** Nothing is deleted: whoever removed the wrong client finds the folder in the bin. Done already, it does nothing. */
export function moveToBin(data: DataFolder, workspaceId: string, now: number): void {
  const { root } = workspaceFolderOf(data, workspaceId)
  if (!existsSync(root)) return
  mkdirSync(data.bin, { recursive: true })
  renameSync(root, join(data.bin, `${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}-${workspaceId}`))
}

/** Beside what goes to the bin: what may be out of it, for whoever opens that folder one day. */
export function tellFolder(data: DataFolder, workspaceId: string, notice: unknown, log: Pick<Logger, 'warning'>): void {
  try {
    writeFileSync(join(workspaceFolderOf(data, workspaceId).root, 'what-may-be-out.json'), `${JSON.stringify(notice, null, 2)}\n`)
  } catch (error) {
    log.warning(`what may be out of the removed workspace ${workspaceId} could not be written into its folder: ${String(error)}`)
  }
}

/** Asks a file that is not open; null when it is not there, damaged, or no database at all. Changes nothing in it. */
function readClosed<T>(path: string, openOptions: OpenOptions, ask: (database: ReturnType<typeof openDatabase>) => T): T | null {
  if (!existsSync(path)) return null
  try {
    const database = openDatabase(path, { ...openOptions, readonly: true, mustExist: true })
    try {
      return ask(database)
    } finally {
      database.close()
    }
  } catch {
    return null // It stays where it is, as it is.
  }
}
