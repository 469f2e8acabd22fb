import type Database from 'better-sqlite3'

const perSecond = 4096

/** The lowest row number of a second; `at` in ms since the epoch. Fits exactly into a double for the next 60,000 years. */
export function firstNumberAt(at: number): number {
  return Math.floor(at / 1000) * perSecond
}

/**
 * Row numbers that rise with the time of what a row holds, not with the order in which rows came in. So "newest first" is the table's own
 * order, and the full-text index's too (its row numbers are stored as differences, hence seconds: small numbers keep it small).
 * 4096 rows fit into a second; more spill over into the next.
 */
export function createTimeOrderedNumbers(database: Database.Database, table: 'inbox_items' | 'feed_items'): (at: number) => number {
  const highest = database.prepare<[number, number], { highest: number | null }>(`SELECT max(number) AS highest FROM ${table} WHERE number >= ? AND number < ?`)
  return (at) => {
    for (let first = firstNumberAt(at); ; first += perSecond) {
      const taken = highest.get(first, first + perSecond)?.highest ?? null
      if (taken === null) return first
      if (taken < first + perSecond - 1) return taken + 1
    }
  }
}
