import type { Job, JobAttempt } from '../../../../shared/outbox/job.ts'

/** Wall clocks are read in minutes. */
const minute = 60_000

/** It went out although another hour was wished. early: before that hour came · unsure: found out after it, so that it may have gone at either. */
export function outBeforeMove({ state, finishedAt, dueAt, oldHour }: Pick<Job, 'state' | 'finishedAt' | 'dueAt' | 'oldHour'>, attempts: readonly JobAttempt[]): 'early' | 'unsure' | null {
  // Before the ledger kept that hour, the answer to the move alone told it.
  const wasAtOldHour = oldHour !== undefined || attempts.some(({ step, outcome }) => step === 'move_there' && outcome === 'published')
  if (state !== 'published' || !wasAtOldHour) return null
  return isEarly({ outAt: finishedAt, dueAt }) ? 'early' : 'unsure'
}

/** It was found out before the hour that was wished: at that one it cannot have gone. */
export function isEarly({ outAt, dueAt }: { readonly outAt: number | null; readonly dueAt: number }): boolean {
  return outAt !== null && outAt < dueAt - minute
}
