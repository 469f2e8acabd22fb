import type Database from 'better-sqlite3'
import { existsSync, statSync } from 'node:fs'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Logger } from '../log/logger.ts'
import type { Clock } from '../time/clock.ts'
import { listBackups, makeBackup } from './backup-files.ts'
import { isCutShort, isSound } from './check-integrity.ts'
import { markClosed, markInUse, wasLeftUnclean } from './in-use-marker.ts'
import { migrate, readVersion } from './migrate.ts'
import type { Migration } from './migration.ts'
import { openDatabase, type OpenOptions } from './open-database.ts'
import { restoreNewestBackup, type Restoration } from './restore-backup.ts'
import { isDamage, toStorageError } from './storage-error.ts'

export interface DurableDatabaseOptions {
  readonly path: string
  readonly backupFolder: string
  readonly migrations: readonly Migration[]
  readonly clock: Clock
  readonly log: Logger
  readonly openOptions: OpenOptions
  /** There has been data: a missing or empty file is a loss, not a beginning. */
  readonly isExpected: boolean
  /** Something read from it was damaged: check it whole, whatever the marker says. */
  readonly isSuspect?: boolean
  /** Writes into the database itself that it was restored; see RestorePlan. */
  recordRestoration(database: Database.Database, restoration: Restoration): void
}

/** An open database that looks after itself: checked and migrated at opening, restored when damaged, backed up, closed cleanly. */
export interface DurableDatabase {
  readonly database: Database.Database
  /** False when the copy shows that the database is damaged. */
  backUp(): Promise<boolean>
  /** When the newest backup was made (ms), or null. */
  lastBackupAt(): number | null
  /** Whether a backup made now would differ from the newest. */
  hasChangedSinceBackup(): boolean
  /** Writes everything into the one file and notes that the end was clean. Twice is harmless. */
  close(): void
}

/**
 * Opens by the ladder: as it is · checked, when the last exit was not clean · from the newest sound backup · empty.
 * Fails with `database_from_the_future` (untouched), `disk_full`, or `database_damaged` when even an empty file cannot be made.
 */
export async function openDurableDatabase(options: DurableDatabaseOptions): Promise<Result<DurableDatabase>> {
  try {
    const first = isNoFile(options.path) ? 'damaged' : await openOnce(options)
    if (first !== 'damaged') return first
    const restoration = restoreNewestBackup({ ...options, newestVersion: newestVersionOf(options.migrations), now: options.clock.now() })
    options.log.error(`${options.path} was damaged; ${restoration.restoredTo === null ? 'no backup, it starts empty' : 'restored from a backup'}`)
    const second = await openOnce({ ...options, isExpected: restoration.restoredTo !== null, isSuspect: false })
    if (second === 'damaged') return fail(studioError('database_damaged', 'the restored file is damaged too'))
    if (second.ok && restoration.restoredTo === null) options.recordRestoration(second.value.database, restoration)
    return second
  } catch (error) {
    const storage = toStorageError(error)
    if (storage === null) throw error
    return fail(storage)
  }
}

async function openOnce(options: DurableDatabaseOptions): Promise<Result<DurableDatabase> | 'damaged'> {
  const { path } = options
  if (!existsSync(path) && isLoss(options)) return 'damaged'
  const isUnclean = wasLeftUnclean(path)
  let database: Database.Database | null = null
  try {
    if (existsSync(path) && !isUsable(options, isUnclean)) return 'damaged'
    markInUse(path)
    database = openDatabase(path, options.openOptions)
    if (readVersion(database) === 0 && isLoss(options)) {
      database.close()
      return 'damaged'
    }
    const migrated = await migrate(database, options.migrations, async () => {
      if (database !== null) await backUpOrThrow(database, options)
    })
    if (migrated.ok) return succeed(durable(database, options))
    database.close()
    if (!isUnclean) markClosed(path)
    return migrated
  } catch (error) {
    database?.close()
    if (isDamage(error)) return 'damaged'
    throw error
  }
}

/** A folder or a pipe in its place cannot be opened: the one fails in ways of its own, the other is waited for. */
function isNoFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === false
}

/** Whether a missing or empty file means that data were lost. */
function isLoss({ isExpected, backupFolder }: DurableDatabaseOptions): boolean {
  return isExpected || listBackups(backupFolder).length > 0
}

/**
 * Checks a file before it is opened for work, as far as there is a reason to. Read-only: closing it then leaves the write-ahead log as it
 * is, so that a damaged file is put aside exactly as it was found.
 */
function isUsable(options: DurableDatabaseOptions, isUnclean: boolean): boolean {
  const { path, openOptions, isSuspect } = options
  if (statSync(path).size === 0) return !isLoss(options)
  if (isSuspect !== true && !isUnclean) return !isCutShort(path)
  const database = openDatabase(path, { ...openOptions, readonly: true, mustExist: true })
  try {
    return isSound(database, isSuspect === true ? 'full' : 'quick')
  } finally {
    database.close()
  }
}

async function backUpOrThrow(database: Database.Database, options: DurableDatabaseOptions): Promise<void> {
  const isGood = await makeBackup(database, options.backupFolder, options.clock.now(), options.openOptions)
  if (!isGood) throw Object.assign(new Error('the backup before the migration is damaged'), { code: 'SQLITE_CORRUPT' })
}

function durable(database: Database.Database, options: DurableDatabaseOptions): DurableDatabase {
  const countChanges = database.prepare<[], number>('SELECT total_changes()').pluck()
  // At opening, the file times tell whether the last run wrote something after its last backup.
  let changesAtBackup = isNewerThanBackups(options) ? -1 : (countChanges.get() ?? 0)
  return {
    database,
    async backUp() {
      const changes = countChanges.get() ?? 0
      const isGood = await makeBackup(database, options.backupFolder, options.clock.now(), options.openOptions)
      if (isGood) changesAtBackup = changes
      return isGood
    },
    lastBackupAt: () => listBackups(options.backupFolder)[0]?.madeAt ?? null,
    hasChangedSinceBackup: () => countChanges.get() !== changesAtBackup,
    close() {
      if (!database.open) return
      try {
        database.pragma('optimize')
        database.pragma('wal_checkpoint(TRUNCATE)')
        database.close()
        markClosed(options.path)
      } catch (error) {
        // What was committed is safe in the log; the marker stays, so the next start checks the file.
        options.log.warning(`closing ${options.path}: ${String(error)}`)
        if (database.open) database.close()
      }
    }
  }
}

function isNewerThanBackups({ path, backupFolder }: DurableDatabaseOptions): boolean {
  const newest = listBackups(backupFolder)[0]
  return newest === undefined || modifiedAt(path) > modifiedAt(newest.path) || modifiedAt(`${path}-wal`) > modifiedAt(newest.path)
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function newestVersionOf(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}
