import type { Job, JobAttempt } from '../../../../shared/outbox/job.ts'

/** Wall clocks are read in minutes. */
const minute = 60_000

/** The hour that the network has, as far as it ever confirmed one, where that is not the hour wished here; null: they agree, or nothing is known. */
export function otherHourThere({ handOver, dueAt }: Pick<Job, 'handOver' | 'dueAt'>, attempts: readonly JobAttempt[]): number | null {
  if (handOver !== 'with_network') return null
  const confirmed = attempts.toReversed().find(({ outcome }) => outcome === 'waits_there')?.detail
  const at = confirmed?.foundAt ?? confirmed?.dueAt ?? null
  return at === null || Math.abs(at - dueAt) < minute ? null : at
}

/** It was out when the network was asked for another hour. early: before that hour came · unsure: found out after it, so that it may have gone at either. */
export function outBeforeMove({ state, finishedAt, dueAt }: Pick<Job, 'state' | 'finishedAt' | 'dueAt'>, attempts: readonly JobAttempt[]): 'early' | 'unsure' | null {
  if (state !== 'published' || !attempts.some(({ step, outcome }) => step === 'move_there' && outcome === 'published')) return null
  return finishedAt !== null && finishedAt < dueAt - minute ? 'early' : 'unsure'
}
