import type { RequestInput } from '../../../shared/contract/request-map.ts'
import { isOfRemovedAccount } from '../../../shared/outbox/account-removed.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { isForPersonToSay, isOfWords } from '../../../shared/outbox/job-nature.ts'

/** `send_all_the_same`: although the client said no; asked about the post, not about one job. */
export type Decision = RequestInput<'outbox.decide'>['decision'] | 'send_all_the_same'

type Decided = Pick<Job, 'state' | 'failure' | 'about'> & Partial<Pick<Job, 'kind'>>

/** What the user can decide about a job, the safest first; none where nothing is left to decide. */
export function decisionsFor(job: Decided & Pick<Job, 'stop'>): readonly Decision[] {
  const all = decisionsOf(job)
  if (job.stop === undefined) return all
  // What would only be refused is not offered.
  const left = all.filter((decision) => !sends.has(decision))
  return left.length > 0 && job.state !== 'unknown_outcome' && maySendAllTheSame(job.stop) ? ['send_all_the_same', ...left] : left
}

const sends: ReadonlySet<Decision> = new Set(['publish_now', 'try_again', 'send_again'])

/** A post goes out at the press of it. Of an answer in a conversation nobody asks: whom it speaks as is written on it. */
export function sendsPost(decision: Decision, postId: string | null): boolean {
  return postId !== null && (decision === 'send_all_the_same' || sends.has(decision))
}

function maySendAllTheSame({ code, details }: NonNullable<Job['stop']>): boolean {
  return code === 'refused_by_client' && details?.['needsYes'] !== true
}

function decisionsOf(job: Decided): readonly Decision[] {
  switch (job.state) {
    case 'missed':
    case 'held':
      return ['publish_now', 'drop']
    case 'failed':
      return ['try_again', 'drop']
    case 'unknown_outcome':
      return decisionsInDoubt(job)
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

function decisionsInDoubt(job: Decided): readonly Decision[] {
  if (job.kind === 'edit' || job.kind === 'pin' || job.kind === 'unpin') return isOfRemovedAccount(job) ? ['it_is_there', 'drop'] : ['look_again', 'it_is_there', 'send_again', 'drop']
  // Whether it is deleted Vigie finds out; “it is there” would say the opposite of what it says of a post.
  if (job.about !== undefined) return isOfRemovedAccount(job) ? ['drop'] : ['look_again', 'drop']
  if (isOfRemovedAccount(job)) return ['it_is_there', 'drop']
  // Nobody can look it up, and twice is once.
  return isForPersonToSay(job.kind, job.about) ? ['send_again', 'it_is_there', 'drop'] : ['look_again', 'it_is_there', 'send_again', 'drop']
}

/** What cannot be taken back asks first. */
export function asksFirst(decision: Decision, job: Pick<Job, 'kind' | 'about'>): decision is 'drop' | 'send_again' | 'send_all_the_same' {
  return decision === 'drop' || (decision === 'send_again' && !isForPersonToSay(job.kind, job.about)) || decision === 'send_all_the_same'
}

/** “It is there” said of a deletion would say the opposite, so each deed is named. */
export function decisionWord(decision: Exclude<Decision, 'publish_now'>, { kind }: Pick<Job, 'kind'>): Exclude<Decision, 'publish_now'> | 'it_is_gone' | 'it_is_done' | 'delete_again' | 'do_again' {
  if (isOfWords(kind) || kind === 'edit') return decision
  if (decision === 'it_is_there') return kind === 'delete' ? 'it_is_gone' : 'it_is_done'
  if (decision === 'send_again') return kind === 'delete' ? 'delete_again' : 'do_again'
  return decision
}
