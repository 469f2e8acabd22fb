import type { Job } from '../../../shared/outbox/job.ts'

/** The time that stands beside a job's last word: of what was deleted that of the deletion, else when it was over, else when it is due. */
export function overAt({ removedAt, finishedAt, dueAt }: Pick<Job, 'removedAt' | 'finishedAt' | 'dueAt'>): number {
  return removedAt ?? finishedAt ?? dueAt
}
