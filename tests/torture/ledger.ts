import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { JobState } from '../../shared/outbox/job.ts'

/** A job as its row tells it. */
export interface LedgerJob {
  readonly id: string
  readonly kind: string
  readonly state: JobState
  readonly account_id: string
  readonly post_id: string | null
  readonly excerpt: string
  readonly due_at: number
  readonly next_attempt_at: number | null
  readonly awaits_login: number
  readonly first_sent_at: number | null
  readonly finished_at: number | null
  readonly failure: string | null
  readonly hand_over: string | null
  /** Open in a copy that was put back, and nobody has said what it is. */
  readonly doubtful: number
}

export interface LedgerAttempt {
  readonly job_id: string
  readonly step: string
  readonly outcome: string
  readonly started_at: number
}

export interface LedgerOccurrence {
  readonly series_id: string
  readonly date: string
  readonly state: string
  readonly post_id: string | null
}

/** Of a removed one, in the bin. */
export function removedFile(dataFolder: string, workspaceId: string): string | null {
  const bin = join(dataFolder, 'bin')
  const name = existsSync(bin) ? readdirSync(bin).find((each) => each.endsWith(workspaceId)) : undefined
  return name === undefined ? null : join(bin, name, 'workspace.db')
}

export function workspaceFile(dataFolder: string, workspaceId: string): string {
  return join(dataFolder, 'workspaces', workspaceId, 'workspace.db')
}

/** Reads a workspace's file beside the engine, or a copy of it. */
export function readLedger<Value>(file: string, read: (database: Database.Database) => Value): Value {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return read(database)
  } finally {
    database.close()
  }
}

const columns = 'id, kind, state, account_id, post_id, excerpt, due_at, next_attempt_at, awaits_login, first_sent_at, finished_at, failure, hand_over, doubtful'

export function openJobs(file: string): readonly LedgerJob[] {
  if (!existsSync(file)) return []
  return readLedger(file, (database) => database.prepare<[], LedgerJob>(`SELECT ${columns} FROM outbox_jobs WHERE finished_at IS NULL`).all())
}

export function allJobs(file: string): readonly LedgerJob[] {
  return readLedger(file, (database) => database.prepare<[], LedgerJob>(`SELECT ${columns} FROM outbox_jobs`).all())
}

/** Of the series that were started. */
export function allSeries(file: string): readonly string[] {
  return readLedger(file, (database) => database.prepare<[], string>('SELECT DISTINCT series_id FROM series_occurrences').pluck().all())
}

/** How far the file has come. */
export function serialOf(file: string): number {
  return readLedger(file, (database) => database.prepare<[], number>('SELECT serial FROM lineage').pluck().get() ?? 0)
}

/** How far the studio's own list says that the client's file has come. */
export function knownSerial(dataFolder: string, workspaceId: string): number {
  return readLedger(join(dataFolder, 'studio.db'), (database) => database.prepare<[string], number>('SELECT serial FROM lineages WHERE workspace_id = ?').pluck().get(workspaceId) ?? 0)
}

/** What was done last about something that somebody said. */
export function newestJobAbout(file: string, itemId: string): LedgerJob | null {
  return readLedger(file, (database) => database.prepare<[string], LedgerJob>(`SELECT ${columns} FROM outbox_jobs WHERE item_id = ? AND kind <> 'reply' ORDER BY rowid DESC LIMIT 1`).get(itemId) ?? null)
}

export function allAttempts(file: string): readonly LedgerAttempt[] {
  return readLedger(file, (database) => database.prepare<[], LedgerAttempt>('SELECT job_id, step, outcome, started_at FROM job_attempts ORDER BY rowid').all())
}

export function allOccurrences(file: string): readonly LedgerOccurrence[] {
  return readLedger(file, (database) => database.prepare<[], LedgerOccurrence>('SELECT series_id, date, state, post_id FROM series_occurrences').all())
}

/** Accounts for which a call is under way. */
export function callingAccounts(file: string): readonly string[] {
  return readLedger(file, (database) => database.prepare<[], string>(`SELECT DISTINCT account_id FROM outbox_jobs JOIN job_attempts ON job_id = outbox_jobs.id WHERE outcome = 'running'`).pluck().all())
}

/** It goes on by itself: neither over nor waiting for a person. */
export function isMoving({ state, next_attempt_at: next, awaits_login: awaitsLogin, hand_over: handOver }: LedgerJob): boolean {
  return (state !== 'unknown_outcome' && state !== 'pending_at_network') || next !== null || awaitsLogin === 1 || handOver !== null
}

/** Nobody can tell whether it is deleted by now; to delete twice is to delete once, so a person sends it again. */
export function isUnsureDeletion({ kind, state, next_attempt_at: next, awaits_login: awaitsLogin }: LedgerJob): boolean {
  return kind === 'delete' && state === 'unknown_outcome' && next === null && awaitsLogin === 0
}

/** Its network should have published it, and nobody knows whether it did. */
export function isLostThere({ state, next_attempt_at: next, failure }: LedgerJob): boolean {
  return state === 'unknown_outcome' && next === null && failure?.includes('"removed_at_network"') === true
}
