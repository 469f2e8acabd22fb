import { assertNever } from '../errors/assert-never.ts'
import type { JobState } from './job.ts'

/**
 * Whether a part may leave, seen from the job of the part before it.
 * - go: that part is out, and the network told where: this one answers it.
 * - wait: it is not out yet. Whatever becomes of it, this one never overtakes it.
 * - never: the user gave it up; an answer to it has nothing to stand under.
 * - lost: the user saw it there, but nobody knows its address, so nothing can answer it.
 */
export type ThreadTurn = { readonly kind: 'go'; readonly remoteId: string } | { readonly kind: 'wait' } | { readonly kind: 'never' } | { readonly kind: 'lost' }

export function threadTurn(before: { readonly state: JobState; readonly remoteId: string | null }): ThreadTurn {
  switch (before.state) {
    case 'published':
      return before.remoteId === null ? { kind: 'lost' } : { kind: 'go', remoteId: before.remoteId }
    case 'cancelled':
      return { kind: 'never' }
    case 'queued':
    case 'waiting_for_network':
    case 'sending':
    case 'unknown_outcome':
    case 'pending_at_network':
    case 'failed':
    case 'missed':
    case 'held':
      return { kind: 'wait' }
    default:
      return assertNever(before.state, 'state of the part before')
  }
}
