import type Database from 'better-sqlite3'
import { z } from 'zod'
import { momentKinds, type JobMoment } from '../../../shared/outbox/job-moment.ts'

/** What happened to jobs between their attempts, in the order in which it happened. */
export interface MomentsRepository {
  /** The same again right after it is told once: a connection that comes and goes. */
  add(jobId: string, moment: JobMoment): void
  list(jobId: string): readonly JobMoment[]
}

const rowSchema = z.object({ at: z.int(), kind: z.enum(momentKinds), until: z.int().nullable(), reason: z.string() })

export function createMomentsRepository(database: Database.Database): MomentsRepository {
  const add = database.prepare('INSERT INTO job_moments (job_id, at, kind, until, reason) VALUES (@jobId, @at, @kind, @until, @reason)')
  const last = database.prepare<[string]>('SELECT at, kind, until, reason FROM job_moments WHERE job_id = ? ORDER BY id DESC LIMIT 1')
  const list = database.prepare<[string]>('SELECT at, kind, until, reason FROM job_moments WHERE job_id = ? ORDER BY id')
  return {
    add(jobId, moment) {
      const before = rowSchema.safeParse(last.get(jobId))
      if (before.success && before.data.kind === moment.kind && before.data.until === moment.until && before.data.reason === moment.reason && moment.kind !== 'goes_again') return
      add.run({ jobId, ...moment })
    },
    list: (jobId) => list.all(jobId).flatMap((row) => rowSchema.safeParse(row).data ?? [])
  }
}
