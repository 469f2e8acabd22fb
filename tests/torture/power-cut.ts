import { groupBy } from './group-by.ts'
import { copyFileSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { openDatabase } from '../../electron/engine/database/open-database.ts'
import { workspaceFile } from './ledger.ts'
import type { Intent, RemovalIntent, SeriesIntent } from './intents.ts'
import { handedOver } from './marks.ts'

export interface CutTaken {
  readonly folder: string
  readonly workspaceIds: readonly string[]
  /** What was acknowledged by then. */
  readonly intents: readonly Intent[]
  readonly removals: readonly RemovalIntent[]
  readonly series: readonly SeriesIntent[]
  /** An older copy was put back: it need not know what was sent since. */
  isRestored(workspaceId: string): boolean
  /** `KIND ACCOUNT POST` of which a create had arrived at a network by then. */
  readonly arrived: ReadonlySet<string>
}

/** Copies the files as a power cut would leave them. The engine must stand still meanwhile: a computer without power writes nothing between two files. */
export function takeCut(dataFolder: string, folder: string, workspaceIds: readonly string[], tail: number): void {
  mkdirSync(folder, { recursive: true })
  for (const id of workspaceIds) {
    const from = workspaceFile(dataFolder, id)
    const to = join(folder, `${id}.db`)
    // The shared memory is not on the disk: whatever is found of it must not matter.
    for (const suffix of ['', '-wal', ...(tail < 0.5 ? ['-shm'] : [])]) if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix)
    spoilTail(`${to}-wal`, tail)
  }
}

/** What came after the last commit was never forced to the disk: any of it may be missing, or be nonsense. */
function spoilTail(wal: string, tail: number): void {
  if (!existsSync(wal)) return
  const end = endOfLastCommit(readFileSync(wal))
  if (end === null) return
  const file = openSync(wal, 'r+')
  const nonsense = Buffer.alloc(Math.floor(tail * 20_000), 0xa5)
  writeSync(file, nonsense, 0, nonsense.byteLength, end)
  closeSync(file)
}

/** https://sqlite.org/fileformat2.html#walformat: a frame counts while its salts are those of the header; a commit says how large the file is then. */
export function endOfLastCommit(wal: Buffer): number | null {
  if (wal.byteLength < 32) return null
  const pageSize = wal.readUInt32BE(8)
  const salts = wal.subarray(16, 24)
  let end: number | null = null
  for (let at = 32; at + 24 + pageSize <= wal.byteLength; at += 24 + pageSize) {
    if (!wal.subarray(at + 8, at + 16).equals(salts)) break
    if (wal.readUInt32BE(at + 4) !== 0) end = at + 24 + pageSize
  }
  return end
}

/** What is wrong with what the cut left: nothing may be. */
export function examineCut({ folder, workspaceIds, intents, removals, series, arrived, isRestored }: CutTaken, keyOf: (intent: Intent) => string): readonly string[] {
  try {
    return workspaceIds.flatMap((id) => {
      const file = join(folder, `${id}.db`)
      if (!existsSync(file)) return []
      const database = openDatabase(file, { mustExist: true })
      try {
        const own = intents.filter(({ workspaceId }) => workspaceId === id)
        return [...integrityOf(database), ...missingIn(database, [...own, ...removals.filter(({ workspaceId }) => workspaceId === id)]), ...(isRestored(id) ? [] : forgottenIn(database, own, arrived, keyOf)), ...daysMissingIn(database, series.filter(({ workspaceId }) => workspaceId === id))]
      } finally {
        database.close()
      }
    })
  } catch (error) {
    return [`a copy does not open: ${String(error)}`]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function integrityOf(database: Database.Database): readonly string[] {
  const found = String(database.pragma('integrity_check', { simple: true }))
  const broken = database.pragma('foreign_key_check')
  return [...(found === 'ok' ? [] : [`a copy is damaged: ${found}`]), ...(Array.isArray(broken) && broken.length > 0 ? ['a copy has rows that point nowhere'] : [])]
}

/** Every acknowledged intent is there. */
function missingIn(database: Database.Database, intents: readonly Pick<Intent, 'jobId' | 'mark'>[]): readonly string[] {
  const read = database.prepare('SELECT 1 FROM outbox_jobs WHERE id = ?')
  return intents.flatMap(({ jobId, mark }) => (read.get(jobId) === undefined ? [`a power cut loses ${mark}, which was acknowledged`] : []))
}

function daysMissingIn(database: Database.Database, series: readonly SeriesIntent[]): readonly string[] {
  const read = database.prepare('SELECT 1 FROM series_occurrences WHERE series_id = ? AND date = ?')
  return series.flatMap(({ seriesId, mark, dates }) => dates.flatMap((date) => (read.get(seriesId, date) === undefined ? [`a power cut loses ${mark} of ${date}, which was acknowledged`] : [])))
}

/** What a network has seen of is not thought untouched, or it would be sent as something new. Of twins one may be. */
function forgottenIn(database: Database.Database, intents: readonly Intent[], arrived: ReadonlySet<string>, keyOf: (intent: Intent) => string): readonly string[] {
  const read = database.prepare<[string], { readonly first_sent_at: number | null }>('SELECT first_sent_at FROM outbox_jobs WHERE id = ?')
  const handed = database.prepare(`SELECT 1 FROM job_attempts WHERE job_id = ? AND step = 'hand_over'`)
  const groups = groupBy(intents.filter(({ sort }) => sort !== 'act'), keyOf)
  return [...groups].flatMap(([key, group]) => {
    const isUntouched = group.every(({ jobId }) => (read.get(jobId)?.first_sent_at ?? null) === null)
    const isForgotten = arrived.has(handedOver(key)) && group.every(({ jobId }) => handed.get(jobId) === undefined)
    return [...(isUntouched && arrived.has(key) ? [`a power cut forgets that ${key} was sent`] : []), ...(isForgotten ? [`a power cut forgets that ${key} was handed over`] : [])]
  })
}
