import { mkdirSync } from 'node:fs'
import { openDurableDatabase, type DurableDatabase } from '../database/durable-database.ts'
import { toStorageError } from '../database/storage-error.ts'
import { studioMigrations } from '../database/studio-migrations.ts'
import type { EngineEnvironment } from '../engine-environment.ts'
import { fail, type Result } from '../../../shared/contract/result.ts'
import type { DataFolder } from '../workspaces/workspace-folder.ts'
import { createRecoveriesRepository } from './recoveries-repository.ts'

/** Opens `studio.db`. A loss is told like any other; workspaces missing from an older list are found again by their folders. */
export async function openStudioDatabase(environment: EngineEnvironment, data: DataFolder): Promise<Result<DurableDatabase>> {
  const { clock, log, random, sqliteBinding } = environment
  try {
    mkdirSync(data.root, { recursive: true })
  } catch (error) {
    const storage = toStorageError(error)
    if (storage === null) throw error
    return fail(storage)
  }
  return openDurableDatabase({
    path: data.studioDatabase,
    backupFolder: data.studioBackups,
    migrations: studioMigrations,
    clock,
    log,
    openOptions: { sqliteBinding: sqliteBinding ?? undefined },
    isExpected: false,
    recordRestoration: (database, restoration) => createRecoveriesRepository(database).insert({ id: random.id(), workspaceId: null, ...restoration })
  })
}
