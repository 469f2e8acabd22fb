import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs'

/** The file that says "open now": whoever finds it at the next start knows that the last run did not end by itself. */
function markerOf(databasePath: string): string {
  return `${databasePath}-open`
}

/** Also true when SQLite's write-ahead log was left behind: a clean end empties it. */
export function wasLeftUnclean(databasePath: string): boolean {
  return existsSync(markerOf(databasePath)) || sizeOf(`${databasePath}-wal`) > 0
}

export function markInUse(databasePath: string): void {
  const file = openSync(markerOf(databasePath), 'w')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

export function markClosed(databasePath: string): void {
  rmSync(markerOf(databasePath), { force: true })
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
