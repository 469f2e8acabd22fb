import { z } from 'zod'
import { instantSchema } from '../contract/identifiers.ts'
import type { JobEvent } from './move-job.ts'

/**
 * What happened to a job between its attempts, and no attempt tells: it waited, was held, was late, was decided on. `rests`: for its network's budget, until
 * `until`. `moved`: to `until`. `planned_for`: the time it had first, told once it has had another. `decided_here`: a person had it sent. `reconnected`: its account
 * was connected again. `goes_again`: either, written by an earlier version. `asks_again`: a decision about it was taken back in time. `no_access`: the account has to be connected again.
 */
export const momentKinds = ['waits_for_network', 'network_back', 'rests', 'held', 'lacks_approval', 'refused_by_client', 'client_said_no', 'sent_anyway', 'taken_on', 'over_cap', 'from_copy', 'late', 'no_access', 'moved', 'planned_for', 'goes_again', 'decided_here', 'reconnected', 'asks_again'] as const
export type MomentKind = (typeof momentKinds)[number]

export const jobMomentSchema = z.object({
  at: instantSchema,
  kind: z.enum(momentKinds),
  until: instantSchema.nullable(),
  /** The reason that was given with a hold, or the client's words with a no; empty where there is none. */
  reason: z.string()
})
export type JobMoment = z.infer<typeof jobMomentSchema>

export interface MomentFacts {
  readonly event: JobEvent
  /** No person decided it: its account was connected again. */
  readonly isReconnected?: true | undefined
  readonly before: { readonly state: string }
  readonly after: { readonly dueAt: number; readonly awaitsLogin: boolean; readonly failure: { readonly code: string; readonly details?: Readonly<Record<string, unknown>> | undefined } | null }
}

/** The line that an event leaves in the story; null where an attempt or the end tells it. */
export function momentOf({ event, isReconnected, before, after }: MomentFacts): Pick<JobMoment, 'kind' | 'until' | 'reason'> | null {
  const plain = (kind: MomentKind): Pick<JobMoment, 'kind' | 'until' | 'reason'> => ({ kind, until: null, reason: '' })
  switch (event) {
    case 'network_gone':
      return plain('waits_for_network')
    case 'network_back':
      return plain('network_back')
    case 'stopped':
      return stoppedBy(after.failure)
    case 'became_late':
      return plain('late')
    case 'moved':
      return { kind: 'moved', until: after.dueAt, reason: '' }
    case 'asked_again':
      return plain(isReconnected === true ? 'reconnected' : 'decided_here')
    case 'refused':
      return before.state === 'queued' && after.awaitsLogin ? plain('no_access') : null
    default:
      return null
  }
}

function stoppedBy(failure: MomentFacts['after']['failure']): Pick<JobMoment, 'kind' | 'until' | 'reason'> {
  if (failure?.code === 'approval_missing') return { kind: 'lacks_approval', until: null, reason: '' }
  if (failure?.code === 'refused_by_client') return { kind: 'refused_by_client', until: null, reason: '' }
  if (failure?.code === 'over_cap') return { kind: 'over_cap', until: null, reason: '' }
  if (failure?.code === 'restored_doubt') return { kind: 'from_copy', until: null, reason: '' }
  const reason = failure?.details?.['reason']
  return { kind: 'held', until: null, reason: typeof reason === 'string' ? reason : '' }
}
