import type Database from 'better-sqlite3'
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chooseBackupsToDelete } from './choose-backups-to-delete.ts'
import { openDatabase, type OpenOptions } from './open-database.ts'
import { isSoundInSlices } from './check-integrity.ts'

export interface BackupFile {
  readonly path: string
  /** ms since the epoch: the file holds everything written before. */
  readonly madeAt: number
}

/** The instant is in the name, so that a copied or restored folder keeps it: `backup-2026-11-21T05-28-53-120Z.db`. */
const namePattern = /^backup-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.db$/

function nameFor(madeAt: number): string {
  return `backup-${new Date(madeAt).toISOString().replace(/[:.]/g, '-')}.db`
}

function instantOf(fileName: string): number | null {
  const match = namePattern.exec(fileName)
  if (match === null) return null
  const [, day, hour, minute, second, millisecond] = match
  const instant = Date.parse(`${day}T${hour}:${minute}:${second}.${millisecond}Z`)
  return Number.isNaN(instant) ? null : instant
}

/** Newest first. Anything else in the folder is left alone. */
export function listBackups(folder: string): readonly BackupFile[] {
  const names = readNames(folder)
  const files = names.flatMap((name) => {
    const madeAt = instantOf(name)
    return madeAt === null ? [] : [{ path: join(folder, name), madeAt }]
  })
  return files.toSorted((a, b) => b.madeAt - a.madeAt)
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // No folder yet: no backups.
  }
}

/**
 * Copies a database in use by SQLite's backup interface (a plain copy would miss the write-ahead log), a few pages at a time so that calls
 * go on. The copy takes its name only after its own check, and old ones go only after that: a damaged file never pushes out good backups.
 * False when the copy did not pass its check: the database itself is damaged. Throws when it cannot be written (disk full).
 */
export async function makeBackup(database: Database.Database, folder: string, now: number, options: OpenOptions): Promise<boolean> {
  mkdirSync(folder, { recursive: true })
  const partial = join(folder, 'backup.partial')
  rmSync(partial, { force: true })
  try {
    await database.backup(partial)
    if (!(await passesCheck(partial, options))) return false
    renameSync(partial, join(folder, nameFor(now)))
  } finally {
    removeWithLog(partial)
  }
  deleteOldBackups(folder, now)
  return true
}

async function passesCheck(path: string, options: OpenOptions): Promise<boolean> {
  const copy = openDatabase(path, options)
  try {
    // One file, readable without a log beside it.
    copy.pragma('journal_mode = DELETE')
    return await isSoundInSlices(copy, 'quick')
  } finally {
    copy.close()
  }
}

function deleteOldBackups(folder: string, now: number): void {
  const backups = listBackups(folder)
  const old = new Set(chooseBackupsToDelete(backups.map((backup) => backup.madeAt), now))
  for (const backup of backups) {
    if (old.has(backup.madeAt)) rmSync(backup.path, { force: true })
  }
}

/** Takes away a copy of ours with what SQLite may have put beside it. */
export function removeWithLog(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true })
}
