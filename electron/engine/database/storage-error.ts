import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'

/**
 * Sorts what SQLite or the file system throws into the two failures of storage that are nobody's bug: the disk is full, the file is damaged.
 * null for anything else. Codes: https://sqlite.org/rescode.html, read 2026-11-21.
 */
export function toStorageError(error: unknown): StudioError | null {
  const code = codeOf(error)
  if (code === null) return null
  // SHMSIZE: no room for the 32 kB beside the log, without which a database in WAL mode cannot be opened.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE' || code === 'ENOSPC' || code === 'EDQUOT') {
    return studioError('disk_full', 'the disk that holds the data folder is full', { retryable: true })
  }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT' || code.startsWith('SQLITE_CORRUPT_')) {
    return studioError('database_damaged', `the database file is damaged (${code})`)
  }
  return null
}

export function isDamage(error: unknown): boolean {
  return toStorageError(error)?.code === 'database_damaged'
}

/** SQLite's errors and the file system's carry a code alike; the class is not asked for, since another build of the binding has its own. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
