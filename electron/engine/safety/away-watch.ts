import type Database from 'better-sqlite3'
import { absence, catchUpMs, mostAbsences, type Away } from '../../../shared/safety/away.ts'
import type { Logger } from '../log/logger.ts'
import type { Clock } from '../time/clock.ts'

/** Notices that the computer slept, hibernated or was off, by its own signs of life, so that no missing event of the system can hide it. */
export interface AwayWatch {
  /** The absences that were not read about yet, the newest last. */
  unread(): readonly Away[]
  dismiss(): void
  /** Just back: what was late is on its way or being asked about, and each single thing keeps quiet. */
  isCatchingUp(): boolean
  /** The system says that it woke up. */
  check(): void
  stop(): void
}

export interface AwayWatchNeeds {
  readonly database: Database.Database
  readonly clock: Clock
  readonly log: Pick<Logger, 'warning'>
  /** False: it only answers, without signs of its own. */
  readonly isAtWork: boolean
  /** It was away. */
  onReturn(): void
  /** What was late has been dealt with. */
  onCaughtUp(): void
}

const signEveryMs = 60_000

/** Begins at once: the first sign closes the time in which no engine ran. */
export function createAwayWatch({ database, clock, log, isAtWork, onReturn, onCaughtUp }: AwayWatchNeeds): AwayWatch {
  const select = database.prepare<[string], number>('SELECT at FROM maintenance WHERE what = ?').pluck()
  const upsert = database.prepare('INSERT INTO maintenance (what, at) VALUES (?, ?) ON CONFLICT DO UPDATE SET at = excluded.at')
  const selectAway = database.prepare<[], { what: string; at: number }>(`SELECT what, at FROM maintenance WHERE what LIKE 'away %' ORDER BY at`)
  const removeOld = database.prepare<[number]>(`DELETE FROM maintenance WHERE what IN (SELECT what FROM maintenance WHERE what LIKE 'away %' ORDER BY at DESC LIMIT -1 OFFSET ?)`)
  // The first two are of versions that kept one absence alone.
  const remove = database.prepare(`DELETE FROM maintenance WHERE what IN ('away_since', 'away_until') OR what LIKE 'away %'`)
  let lastSign = select.get('alive') ?? null
  let returnedAt: number | null = null
  let cancelSign: (() => void) | null = null
  let cancelCatchUp: (() => void) | null = null

  function unread(): readonly Away[] {
    const [since, until] = [select.get('away_since'), select.get('away_until')]
    const kept = selectAway.all().map(({ what, at }) => ({ since: Number(what.slice('away '.length)), until: at }))
    return since === undefined || until === undefined ? kept : [{ since, until }, ...kept]
  }

  /** A full disk must not end the engine for a sign of life: the next one may find room. */
  function keep(write: () => void): void {
    try {
      write()
    } catch (error) {
      log.warning(`a sign of life could not be written: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  function check(): void {
    const now = clock.now()
    const newer = absence(lastSign, now)
    lastSign = now
    if (newer === null) return
    const write = database.transaction(() => {
      upsert.run(`away ${String(newer.since)}`, newer.until)
      removeOld.run(mostAbsences)
      upsert.run('alive', now)
    })
    keep(write)
    returnedAt = now
    cancelCatchUp?.()
    cancelCatchUp = clock.after(catchUpMs, onCaughtUp)
    onReturn()
  }

  function sign(): void {
    check()
    keep(() => void upsert.run('alive', clock.now()))
    cancelSign = clock.after(signEveryMs, sign)
  }

  if (isAtWork) sign()
  return {
    unread,
    dismiss: () => void remove.run(),
    isCatchingUp() {
      check()
      return returnedAt !== null && clock.now() >= returnedAt && clock.now() < returnedAt + catchUpMs
    },
    check,
    stop() {
      cancelSign?.()
      cancelCatchUp?.()
    }
  }
}
