import type Database from 'better-sqlite3'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Migration } from './migration.ts'

export interface MigrationReport {
  readonly from: number
  readonly to: number
}

/** The version a database's shape has now; 0 for a new file. */
export function readVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/**
 * Brings a database to the newest shape: a backup first, then all pending steps in ONE transaction, so that the file is either as before
 * or complete. A database made by a newer Vigie is refused untouched (`database_from_the_future`). Throws what a step throws.
 */
export async function migrate(
  database: Database.Database,
  migrations: readonly Migration[],
  backUpFirst: (fromVersion: number) => Promise<void>
): Promise<Result<MigrationReport>> {
  assertRising(migrations)
  const from = readVersion(database)
  const to = migrations.at(-1)?.version ?? 0
  if (from > to) {
    return fail(studioError('database_from_the_future', `version ${from} is newer than ${to}`, { details: { found: from, known: to } }))
  }
  const pending = migrations.filter((migration) => migration.version > from)
  if (pending.length === 0) return succeed({ from, to })
  if (from > 0) await backUpFirst(from)
  applyAll(database, pending, from > 0)
  return succeed({ from, to })
}

function applyAll(database: Database.Database, pending: readonly Migration[], hasData: boolean): void {
  database.transaction(() => {
    for (const migration of pending) {
      migration.up(database)
      database.pragma(`user_version = ${migration.version}`)
    }
    if (hasData && database.prepare('SELECT 1 FROM pragma_foreign_key_check').get() !== undefined) {
      throw new Error('a migration left a row that points nowhere')
    }
  }).immediate()
}

function assertRising(migrations: readonly Migration[]): void {
  let last = 0
  for (const migration of migrations) {
    if (!Number.isInteger(migration.version) || migration.version <= last) throw new Error(`migration ${migration.version} does not come after ${last}`)
    last = migration.version
  }
}
