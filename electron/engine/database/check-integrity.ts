import type Database from 'better-sqlite3'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { isDamage } from './storage-error.ts'

/**
 * `quick` reads every page and finds torn, overwritten and missing ones; `full` also compares each index with its table.
 * Either reads the whole file and holds up everything else meanwhile: after an unclean exit, on a backup, or when idle.
 */
export type CheckDepth = 'quick' | 'full'

/** True when SQLite finds nothing wrong. Damage that stops the check itself counts as wrong; any other error is thrown. */
export function isSound(database: Database.Database, depth: CheckDepth): boolean {
  try {
    const first = database.pragma(depth === 'quick' ? 'quick_check(1)' : 'integrity_check(1)', { simple: true })
    return first === 'ok'
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

/**
 * Whether a closed database file is shorter than its own header says: a copy or a disk that gave up half-way. Costs one read.
 * Header fields: https://sqlite.org/fileformat2.html section 1.3, read 2026-11-21.
 */
export function isCutShort(path: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size < 100) return false
  const header = new DataView(new ArrayBuffer(100))
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, 100, 0)
  } finally {
    closeSync(file)
  }
  const pageSize = header.getUint16(16) === 1 ? 65_536 : header.getUint16(16)
  return header.getUint32(28) * pageSize > size
}
