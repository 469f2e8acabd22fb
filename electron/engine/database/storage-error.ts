import { isAbsolute, relative, sep } from 'node:path'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'

/**
 * Sorts what SQLite or the file system throws into the failures of storage that are nobody's bug. Only one of them is damage: whatever cannot be written, is locked
 * or does not answer is whole, and no backup belongs over it. null for anything else. Codes: https://sqlite.org/rescode.html, read 2026-11-21.
 */
export function toStorageError(error: unknown): StudioError | null {
  const code = codeOf(error)
  if (code === null || isOfNetwork(error)) return null
  if (isFull(code)) return studioError('disk_full', 'the disk that holds the data folder is full', { retryable: true })
  if (code === 'SQLITE_NOTADB' || isOf(code, 'SQLITE_CORRUPT')) return studioError('database_damaged', `the database file is damaged (${code})`)
  if (isLocked(code)) return studioError('file_locked', `another program holds the file (${code})`, { retryable: true })
  if (isGone(code)) return studioError('disk_gone', `the disk does not answer (${code})`, { retryable: true })
  if (isRefused(code)) return studioError('not_writable', `the file or its folder cannot be written (${code})`, { retryable: true })
  return null
}

/** SQLite names the detail behind the kind: `SQLITE_BUSY`, `SQLITE_BUSY_RECOVERY`. */
function isOf(code: string, kind: string): boolean {
  return code === kind || code.startsWith(`${kind}_`)
}

/** SHMSIZE: no room for the 32 kB beside the log, without which a database in WAL mode cannot be opened. */
function isFull(code: string): boolean {
  return code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE' || code === 'ENOSPC' || code === 'EDQUOT'
}

const locks: ReadonlySet<string> = new Set(['SQLITE_IOERR_LOCK', 'SQLITE_IOERR_RDLOCK', 'SQLITE_IOERR_SHMLOCK', 'SQLITE_IOERR_BLOCKED', 'EBUSY', 'ETXTBSY'])

function isLocked(code: string): boolean {
  return isOf(code, 'SQLITE_BUSY') || isOf(code, 'SQLITE_LOCKED') || isOf(code, 'SQLITE_PROTOCOL') || locks.has(code)
}

const absences: ReadonlySet<string> = new Set(['SQLITE_READONLY_DBMOVED', 'EIO', 'ENODEV', 'ENXIO', 'ESTALE', 'ENOTCONN', 'ENOMEDIUM'])

/** Of the file that was open: the stick was taken out, the share is away, the file was moved under it. ACCESS belongs to permissions. */
function isGone(code: string): boolean {
  return (isOf(code, 'SQLITE_IOERR') && code !== 'SQLITE_IOERR_ACCESS') || absences.has(code)
}

const refusals: ReadonlySet<string> = new Set(['SQLITE_PERM', 'SQLITE_IOERR_ACCESS', 'EROFS', 'EACCES', 'EPERM'])

function isRefused(code: string): boolean {
  return isOf(code, 'SQLITE_READONLY') || isOf(code, 'SQLITE_CANTOPEN') || refusals.has(code)
}

export function isDamage(error: unknown): boolean {
  return toStorageError(error)?.code === 'database_damaged'
}

/** SQLite's errors and the file system's carry a code alike; the class is not asked for, since another build of the binding has its own. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** What makes a client's file unusable, if it is of that file: SQLite's word about it, or a file of its folder. The disk of another folder says nothing of this one. */
export function troubleOf(error: unknown, folder: string): 'database_damaged' | 'disk_gone' | null {
  const code = toStorageError(error)?.code
  if (code !== 'database_damaged' && code !== 'disk_gone') return null
  if (codeOf(error)?.startsWith('SQLITE_') === true) return code
  const path = pathOf(error)
  return path !== null && isWithin(folder, path) ? code : null
}

function pathOf(error: unknown): string | null {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** The network's errors bear the same names as those of a disk. */
function isOfNetwork(error: unknown): boolean {
  return error instanceof Error && (['address', 'port', 'hostname'].some((field) => field in error) || ('syscall' in error && typeof error.syscall === 'string' && networkCalls.has(error.syscall)))
}

const networkCalls: ReadonlySet<string> = new Set(['connect', 'accept', 'bind', 'listen', 'shutdown', 'send', 'sendmsg', 'sendto', 'recv', 'recvmsg', 'recvfrom', 'getaddrinfo', 'getsockname', 'getpeername', 'setsockopt'])
