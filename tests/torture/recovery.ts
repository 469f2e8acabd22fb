import type { LedgerAttempt, LedgerJob } from './ledger.ts'
import type { SkewHistory } from './skew-history.ts'

/** From the first trouble of a job until it is confirmed, in s of the networks' time, without the hours asleep. */
export interface Recovery {
  readonly troubled: number
  readonly medianSeconds: number
  readonly worstSeconds: number
}

export interface RecoveryFacts {
  readonly attempts: readonly LedgerAttempt[]
  readonly jobs: ReadonlyMap<string, LedgerJob>
  /** When the intent was acknowledged, by job. */
  readonly acknowledged: ReadonlyMap<string, number>
  readonly skews: SkewHistory
}

const good = ['published', 'running', 'pending', 'waits_there']

export function recoveryOf({ attempts, jobs, acknowledged, skews }: RecoveryFacts): Recovery {
  const firstTrouble = new Map<string, LedgerAttempt>()
  for (const attempt of attempts) if (!good.includes(attempt.outcome) && !firstTrouble.has(attempt.job_id)) firstTrouble.set(attempt.job_id, attempt)
  const seconds = [...acknowledged].flatMap(([jobId, at]) => {
    const trouble = firstTrouble.get(jobId)
    const job = jobs.get(jobId)
    if (trouble === undefined || job === undefined || job.finished_at === null || job.state !== 'published') return []
    const from = skews.trueTimeOf(trouble.started_at, at)
    return [skews.awakeBetween(from, skews.trueTimeOf(job.finished_at, from)) / 1000]
  })
  const sorted = seconds.toSorted((a, b) => a - b)
  return { troubled: sorted.length, medianSeconds: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0), worstSeconds: Math.round(sorted.at(-1) ?? 0) }
}

/** Nothing is asked of a network about a job that is out. */
export function askedAfterwards(attempts: readonly LedgerAttempt[]): readonly string[] {
  const out = new Set<string>()
  return attempts.flatMap(({ job_id: jobId, outcome, step }) => {
    if (out.has(jobId)) return [`job ${jobId} was out, and then: ${step}`]
    if (outcome === 'published') out.add(jobId)
    return []
  })
}

const underWay = ['running', 'unknown', 'interrupted', 'pending', 'published']

/** A post is not said to be taken back while nobody knows whether it is out; but of what stood open in an older copy (`isDoubted`) a person says so. */
export function takenBackUnderWay(attempts: readonly LedgerAttempt[], jobs: ReadonlyMap<string, LedgerJob>, isDoubted: (jobId: string) => boolean): readonly string[] {
  const last = new Map(attempts.map((attempt) => [attempt.job_id, attempt]))
  return [...last.values()].flatMap(({ job_id: jobId, step, outcome }) => {
    const job = jobs.get(jobId)
    return job?.state === 'cancelled' && job.kind === 'publish_post' && !isDoubted(jobId) && underWay.includes(outcome) ? [`${job.excerpt.slice(0, 20)} was taken back though its last ${step} was ${outcome}`] : []
  })
}
