import type { Logger } from '../log/logger.ts'
import type { Clock } from '../time/clock.ts'
import { isSoundInSlices } from './check-integrity.ts'
import type { DurableDatabase } from './durable-database.ts'
import { isDamage, toStorageError } from './storage-error.ts'

export interface DatabaseCare {
  start(): void
  /** Somebody uses the database now: the long check waits. */
  noteUse(): void
  /** Resolves when nothing of it touches the database any more. */
  stop(): Promise<void>
}

export interface DatabaseCareNeeds {
  readonly storage: DurableDatabase
  readonly clock: Clock
  readonly log: Logger
  /** Something is going on that must not be held up for seconds. */
  isBusy(): boolean
  reportDamage(): void
}

const minute = 60_000
/** The first look leaves the start in peace. */
export const firstLookMs = 2 * minute
export const lookEveryMs = 15 * minute
export const backupEveryMs = 3 * 60 * minute
export const fullCheckEveryMs = 7 * 24 * 60 * minute
export const idleAfterMs = 5 * minute

/** Backs a database up every few hours in which it changed, and reads it whole once a week while nobody needs it. */
export function lookAfterDatabase({ storage, clock, log, isBusy, reportDamage }: DatabaseCareNeeds): DatabaseCare {
  const { database } = storage
  let lastUse = clock.now()
  let isStopped = false
  let cancel: (() => void) | null = null
  let looking: Promise<void> = Promise.resolve()

  function lookIn(delay: number): void {
    if (isStopped) return
    cancel = clock.after(delay, () => {
      looking = look()
    })
  }

  async function look(): Promise<void> {
    try {
      // Statistics from a time when a table was nearly empty would make SQLite walk it whole: measured, a first fetch went 20 times slower.
      database.pragma('optimize')
      const isGood = (await backUpIfDue()) && (await checkIfDue())
      if (!isGood && !isStopped) reportDamage()
    } catch (error) {
      // Also where it shows before anything is checked: in the statistics, for one.
      if (isDamage(error) && !isStopped) reportDamage()
      // A backup that could not be written (disk full) is tried again at the next look; the database itself is not touched by it.
      else log.warning(`looking after ${database.name}: ${toStorageError(error)?.message ?? String(error)}`)
    }
    lookIn(lookEveryMs)
  }

  async function backUpIfDue(): Promise<boolean> {
    const last = storage.lastBackupAt()
    const isDue = last === null || clock.now() - last >= backupEveryMs || last > clock.now()
    return !isDue || !storage.hasChangedSinceBackup() || storage.backUp()
  }

  async function checkIfDue(): Promise<boolean> {
    if (isStopped || isBusy() || clock.now() - lastUse < idleAfterMs || clock.now() - lastFullCheck() < fullCheckEveryMs) return true
    if (!(await isSoundInSlices(database, 'full'))) return false
    if (!isStopped) noteFullCheck()
    return true
  }

  function lastFullCheck(): number {
    return database.prepare<[], number>(`SELECT at FROM maintenance WHERE what = 'full_check'`).pluck().get() ?? 0
  }

  function noteFullCheck(): void {
    database.prepare(`INSERT INTO maintenance (what, at) VALUES ('full_check', ?) ON CONFLICT DO UPDATE SET at = excluded.at`).run(clock.now())
  }

  return {
    start: () => lookIn(firstLookMs),
    noteUse() {
      lastUse = clock.now()
    },
    async stop() {
      isStopped = true
      cancel?.()
      await looking
    }
  }
}
