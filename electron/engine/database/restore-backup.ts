import type Database from 'better-sqlite3'
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isSound } from './check-integrity.ts'
import { listBackups, removeWithLog, type BackupFile } from './backup-files.ts'
import { readVersion } from './migrate.ts'
import { openDatabase, type OpenOptions } from './open-database.ts'
import { toStorageError } from './storage-error.ts'

export interface Restoration {
  readonly at: number
  /** Everything written after this moment is lost; null: there was no backup, the file starts empty. */
  readonly restoredTo: number | null
  /** Name of the damaged file in `damaged/`; empty when the file was gone altogether. */
  readonly damagedFileName: string
}

export interface RestorePlan {
  readonly path: string
  readonly backupFolder: string
  /** Newer ones are passed over. */
  readonly newestVersion: number
  readonly now: number
  readonly openOptions: OpenOptions
  /** Writes the restoration into the restored copy before the copy takes its place, so that it is never forgotten. */
  recordRestoration(database: Database.Database, restoration: Restoration): void
}

/**
 * Puts the newest sound backup in the place of a damaged file. The damaged file is moved to `damaged/` beside it, never deleted.
 * The copy is prepared and checked first: a full disk or a crash leaves things as they were, or a missing file, which is restored next time.
 */
export function restoreNewestBackup(plan: RestorePlan): Restoration {
  const damagedFileName = existsSync(plan.path) ? nameForDamaged(plan) : ''
  const prepared = `${plan.path}-restoring`
  const restoration = prepareCopy(plan, prepared, damagedFileName) ?? { at: plan.now, restoredTo: null, damagedFileName }
  moveAside(plan.path, damagedFileName)
  if (restoration.restoredTo !== null) renameSync(prepared, plan.path)
  return restoration
}

function prepareCopy(plan: RestorePlan, prepared: string, damagedFileName: string): Restoration | null {
  for (const backup of listBackups(plan.backupFolder)) {
    removeWithLog(prepared)
    const restoration: Restoration = { at: plan.now, restoredTo: backup.madeAt, damagedFileName }
    if (copyAndCheck(plan, backup, prepared, restoration)) return restoration
  }
  removeWithLog(prepared)
  return null
}

function copyAndCheck(plan: RestorePlan, backup: BackupFile, prepared: string, restoration: Restoration): boolean {
  let copy: Database.Database | null = null
  try {
    copyFileSync(backup.path, prepared)
    copy = openDatabase(prepared, plan.openOptions)
    const version = readVersion(copy)
    if (version < 1 || version > plan.newestVersion || !isSound(copy, 'full')) return false
    plan.recordRestoration(copy, restoration)
    // Everything into the one file that is about to be renamed.
    copy.pragma('journal_mode = DELETE')
    return true
  } catch (error) {
    if (toStorageError(error)?.code !== 'database_damaged') throw error
    return false
  } finally {
    copy?.close()
  }
}

function nameForDamaged(plan: RestorePlan): string {
  const stamp = new Date(plan.now).toISOString().replace(/[:.]/g, '-')
  const wanted = `${stamp}-${basename(plan.path)}`
  return existsSync(join(damagedFolderOf(plan.path), wanted)) ? `${stamp}-again-${basename(plan.path)}` : wanted
}

function damagedFolderOf(path: string): string {
  return join(dirname(path), 'damaged')
}

function moveAside(path: string, damagedFileName: string): void {
  if (damagedFileName === '') return
  mkdirSync(damagedFolderOf(path), { recursive: true })
  for (const suffix of ['-wal', '-shm', '']) {
    // The log goes first: a crash in between must not leave a foreign log beside the restored file.
    if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, join(damagedFolderOf(path), `${damagedFileName}${suffix}`))
  }
}
