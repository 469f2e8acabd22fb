import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { migrate } from '../../database/migrate.ts'
import { openDatabase } from '../../database/open-database.ts'
import { fail, succeed, type Result } from '../../../../shared/contract/result.ts'
import { practiceMigrations } from './practice-migrations.ts'

export const practiceDatabaseName = 'practice.db'

/** Opens (or makes) the network's record in the workspace's folder. Fails with `database_from_the_future` as any database of Vigie does. */
export async function openPracticeDatabase(folder: string, sqliteBinding?: string): Promise<Result<Database.Database>> {
  const database = openDatabase(join(folder, practiceDatabaseName), { sqliteBinding })
  try {
    // One step so far, so there is never an older file to keep; a second step has to bring a backup with it.
    const migrated = await migrate(database, practiceMigrations, () => Promise.reject(new Error('practice.db: no backup is made yet')))
    if (migrated.ok) return succeed(database)
    database.close()
    return fail(migrated.error)
  } catch (error) {
    database.close()
    throw error
  }
}
