import type { Job } from './job.ts'

/** The earliest hour at which a network may still publish it although another one is wished (ms since the epoch); null: there is none. */
export function stillAtOf(jobs: readonly Pick<Job, 'stillAt'>[]): number | null {
  const hours = jobs.flatMap(({ stillAt }) => stillAt ?? [])
  return hours.length === 0 ? null : Math.min(...hours)
}
