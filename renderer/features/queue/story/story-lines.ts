import type { JobMoment } from '../../../../shared/outbox/job-moment.ts'
import type { Job, JobAttempt } from '../../../../shared/outbox/job.ts'

export type StoryLine = { readonly kind: 'attempt'; readonly key: string; readonly attempt: JobAttempt } | { readonly kind: 'moment'; readonly key: string; readonly moment: JobMoment }

/** What leads to an attempt; the others follow from one. */
const before: ReadonlySet<JobMoment['kind']> = new Set(['network_back', 'moved', 'goes_again', 'decided_here', 'reconnected'])

/** The time it was first to go at, whatever time it has now. */
export function firstTimeOf({ dueAt }: Pick<Job, 'dueAt'>, moments: readonly JobMoment[]): number {
  return moments.find(({ kind }) => kind === 'planned_for')?.until ?? dueAt
}

/** Less than this late is on time, ms: people read minutes. */
const lateFromMs = 30_000
/** What says by itself why it did not go at its time. */
const saysWhy: ReadonlySet<JobMoment['kind']> = new Set(['moved', 'planned_for', 'from_copy'])

/** The attempt that sent it for the first time, where that was late and nothing else in its story says so; null: none. */
export function lateAttempt({ dueAt, part }: Pick<Job, 'dueAt' | 'part'>, attempts: readonly JobAttempt[], moments: readonly JobMoment[]): JobAttempt | null {
  const first = attempts.find(({ step }) => step === 'send')
  // A part goes when the one before it is out, whatever its time says.
  if (first === undefined || first.startedAt - dueAt < lateFromMs || (part?.number ?? 1) > 1) return null
  return attempts.some(({ startedAt }) => startedAt < first.startedAt) || moments.some(({ at, kind }) => !saysWhy.has(kind) && at <= first.startedAt) ? null : first
}

/** Attempts, and what happened between them, as they came. */
export function storyLines(attempts: readonly JobAttempt[], all: readonly JobMoment[]): readonly StoryLine[] {
  // The line of the recording tells that one.
  const moments = all.filter(({ kind }) => kind !== 'planned_for')
  const lines: readonly Placed[] = [
    // Of one and the same millisecond: the sort keeps this order.
    ...moments.flatMap((moment, place) => (before.has(moment.kind) ? [lineOf(moment, place)] : [])),
    ...attempts.map((attempt) => ({ at: attempt.startedAt, line: { kind: 'attempt' as const, key: attempt.id, attempt } })),
    ...moments.flatMap((moment, place) => (before.has(moment.kind) ? [] : [lineOf(moment, place)]))
  ]
  return lines.toSorted((one, other) => one.at - other.at).map(({ line }) => line)
}

interface Placed {
  readonly at: number
  readonly line: StoryLine
}

function lineOf(moment: JobMoment, place: number): Placed {
  return { at: moment.at, line: { kind: 'moment', key: `moment ${place}`, moment } }
}
