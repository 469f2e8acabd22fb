import type Database from 'better-sqlite3'
import type { Random } from '../random.ts'
import type { Clock } from '../time/clock.ts'
import type { JobRecord } from './job-record.ts'

/** Payloads that cannot be read, kept as they are for a report. Their jobs go on existing, as failed ones. */
export interface QuarantineRepository {
  keep(job: JobRecord, reason: string): void
}

export function createQuarantineRepository(database: Database.Database, clock: Clock, random: Random): QuarantineRepository {
  const insert = database.prepare('INSERT INTO quarantined_jobs (id, job_id, payload, reason, at) VALUES (?, ?, ?, ?, ?)')
  return {
    keep(job, reason) {
      insert.run(random.id(), job.id, job.payloadText, reason, clock.now())
    }
  }
}
