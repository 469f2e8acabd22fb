import type Database from 'better-sqlite3'
import { join } from 'node:path'
import { z } from 'zod'
import { openDurableDatabase, type DurableDatabase, type DurableDatabaseOptions } from '../../database/durable-database.ts'
import type { Restoration } from '../../database/restore-backup.ts'
import type { Result } from '../../../../shared/contract/result.ts'
import type { PracticePlace } from '../practice-places.ts'
import { practiceMigrations } from './practice-migrations.ts'

/** Numbers of notifications rise for ever: those of the span that is lost must not be given a second time, since Vigie asks for what is newer. */
const skippedNumbers = 1_000_000

/**
 * Opens (or makes) the network's record in the workspace's folder, with the care of every database of Vigie: what happened in a course is
 * somebody's work. Fails as `openDurableDatabase` does.
 */
export function openPracticeDatabase(
  folder: string,
  { databaseName, backupsName }: Pick<PracticePlace, 'databaseName' | 'backupsName'>,
  options: Pick<DurableDatabaseOptions, 'clock' | 'log' | 'openOptions' | 'isSuspect'>
): Promise<Result<DurableDatabase>> {
  return openDurableDatabase({
    ...options,
    path: join(folder, databaseName),
    backupFolder: join(folder, backupsName),
    migrations: practiceMigrations,
    isExpected: false,
    recordRestoration: noteRestoration
  })
}

function noteRestoration(database: Database.Database, restoration: Restoration): void {
  database.prepare(`INSERT INTO facts (key, value) VALUES ('restoration', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`).run(JSON.stringify(restoration))
  database.prepare(`UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'notifications'`).run(skippedNumbers)
}

const restorationSchema = z.object({ at: z.int(), restoredTo: z.int().nullable(), damagedFileName: z.string() })

/** Tells of a restoration that nobody has been told of; forgets it only after that. */
export function tellRestoration(database: Database.Database, tell: (restoration: Restoration) => void): void {
  const noted = z.string().optional().parse(database.prepare(`SELECT value FROM facts WHERE key = 'restoration'`).pluck().get())
  if (noted === undefined) return
  tell(restorationSchema.parse(JSON.parse(noted)))
  database.prepare(`DELETE FROM facts WHERE key = 'restoration'`).run()
}
