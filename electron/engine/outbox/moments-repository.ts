import type Database from 'better-sqlite3'
import { z } from 'zod'
import { momentKinds, type JobMoment } from '../../../shared/outbox/job-moment.ts'

/** What happened to jobs between their attempts, in the order in which it happened. */
export interface MomentsRepository {
  /** The same again right after it is told once: a connection that comes and goes. */
  add(jobId: string, moment: JobMoment): void
  list(jobId: string): readonly JobMoment[]
  /** Once for a job: the time it had before it had another. */
  addFirstTime(jobId: string, createdAt: number, dueAt: number): void
}

const rowSchema = z.object({ at: z.int(), kind: z.enum(momentKinds), until: z.int().nullable(), reason: z.string() })

/** Said twice, it happened twice. */
const isNewEachTime: ReadonlySet<JobMoment['kind']> = new Set(['decided_here', 'reconnected'])

export function createMomentsRepository(database: Database.Database): MomentsRepository {
  const add = database.prepare('INSERT INTO job_moments (job_id, at, kind, until, reason) VALUES (@jobId, @at, @kind, @until, @reason)')
  const addFirst = database.prepare(`INSERT INTO job_moments (job_id, at, kind, until, reason) SELECT @jobId, @at, 'planned_for', @until, '' WHERE NOT EXISTS (SELECT 1 FROM job_moments WHERE job_id = @jobId AND kind = 'planned_for')`)
  const last = database.prepare<[string]>('SELECT at, kind, until, reason FROM job_moments WHERE job_id = ? ORDER BY id DESC LIMIT 1')
  const list = database.prepare<[string]>('SELECT at, kind, until, reason FROM job_moments WHERE job_id = ? ORDER BY id')
  return {
    add(jobId, moment) {
      const before = rowSchema.safeParse(last.get(jobId))
      if (before.success && before.data.kind === moment.kind && before.data.until === moment.until && before.data.reason === moment.reason && !isNewEachTime.has(moment.kind)) return
      add.run({ jobId, ...moment })
    },
    addFirstTime: (jobId, createdAt, dueAt) => void addFirst.run({ jobId, at: createdAt, until: dueAt }),
    list: (jobId) => list.all(jobId).flatMap((row) => rowSchema.safeParse(row).data ?? [])
  }
}
