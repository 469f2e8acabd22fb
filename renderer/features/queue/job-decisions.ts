import type { RequestInput } from '../../../shared/contract/request-map.ts'
import { isOfRemovedAccount } from '../../../shared/outbox/account-removed.ts'
import type { Job } from '../../../shared/outbox/job.ts'

export type Decision = RequestInput<'outbox.decide'>['decision']

/** What the user can decide about a job, the safest first; none where nothing is left to decide. */
export function decisionsFor(job: Pick<Job, 'state' | 'failure'>): readonly Decision[] {
  switch (job.state) {
    case 'missed':
    case 'held':
      return ['publish_now', 'drop']
    case 'failed':
      return ['try_again', 'drop']
    case 'unknown_outcome':
      return isOfRemovedAccount(job) ? ['it_is_there', 'drop'] : ['look_again', 'it_is_there', 'send_again', 'drop']
    case 'queued':
    case 'waiting_for_network':
      return ['drop']
    case 'sending':
    case 'pending_at_network':
    case 'published':
    case 'cancelled':
      return []
  }
}

/** What cannot be taken back asks first. */
export function asksFirst(decision: Decision): decision is 'drop' | 'send_again' {
  return decision === 'drop' || decision === 'send_again'
}
