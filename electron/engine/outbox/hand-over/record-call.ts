import type { CallRecord } from '../../../../shared/outbox/call-summary.ts'
import type { AttemptDetail, JobAttempt } from '../../../../shared/outbox/job.ts'
import type { AttemptsRepository } from '../attempts-repository.ts'
import type { HandOverAnswer, HandOverStep } from './decide-hand-over.ts'
import type { HandOverRecord } from './hand-over-record.ts'

type Step = JobAttempt['step']
const steps: Readonly<Record<HandOverStep, Step>> = { hand: 'hand_over', find: 'find_there', read: 'read_there', move: 'move_there', cancel: 'take_back' }

type Attempts = Pick<AttemptsRepository, 'start' | 'end' | 'fold'>

/** Inside a transaction, before the call is made: what is asked of the network, for the post's story. */
export function startCall(attempts: Attempts, id: string, { record, step, now }: { readonly record: HandOverRecord; readonly step: HandOverStep; readonly now: number }): void {
  const dueAt = step === 'hand' || step === 'move' ? record.dueAt : record.askedDueAt
  attempts.start({ id, jobId: record.jobId, step: steps[step], startedAt: now, detail: isTold(dueAt) ? { dueAt } : {} })
}

/** Inside a transaction, with what follows from it: what the network answered. */
export function endCall(attempts: Attempts, id: string, { record, step, answer, calls, now }: { readonly record: HandOverRecord; readonly step: HandOverStep; readonly answer: HandOverAnswer; readonly calls: CallRecord; readonly now: number }): void {
  const failure = answer.kind === 'failed' ? answer.failure.error : null
  const dueAt = step === 'hand' || step === 'move' ? record.dueAt : record.askedDueAt
  const detail: AttemptDetail = { ...(isTold(dueAt) ? { dueAt } : {}), ...(answer.kind === 'waiting' && isTold(answer.dueAt) ? { foundAt: answer.dueAt } : {}) }
  attempts.end(id, { outcome: outcomeOf(answer), failure, endedAt: now, detail, calls })
  // Hand-overs and moves are told one by one; looks that say the same are not.
  if (step === 'read' || step === 'find') attempts.fold(id)
}

function isTold(instant: number): boolean {
  return Number.isInteger(instant) && instant >= 0
}

function outcomeOf(answer: HandOverAnswer): JobAttempt['outcome'] {
  switch (answer.kind) {
    case 'waiting':
      return 'waits_there'
    case 'published':
      return 'published'
    case 'gone':
      return 'gone_there'
    case 'cannot_tell':
      return 'unknown'
    case 'failed':
      if (answer.failure.kind === 'unknown_outcome' || answer.failure.kind === 'bug') return 'unknown'
      return answer.failure.error.code === 'offline' ? 'offline' : 'failed'
  }
}
