import { studioError, type StudioError } from '../../../../shared/errors/studio-error.ts'
import type { AccountsService } from '../../accounts/accounts-service.ts'
import type { MediaService } from '../../media/media-service.ts'
import type { NativeScheduler } from '../../networks/network-scheduler.ts'
import type { Draft } from '../../networks/network-draft.ts'
import type { AccountSession } from '../../networks/network-session.ts'
import type { NetworkResult } from '../../networks/network-failure.ts'
import { begunOf, type JobRecord } from '../job-record.ts'
import { capabilitiesIn, draftOf, telling } from '../perform-attempt.ts'
import { stopOf, unlessStopped } from '../stop-of.ts'
import type { SendGuard } from '../send-guard.ts'
import { sendReading } from '../send-reading.ts'
import type { HandOverAnswer, HandOverStep } from './decide-hand-over.ts'
import type { HandOverRecord } from './hand-over-record.ts'
import type { KnownElsewhere } from './known-elsewhere.ts'

export interface HandOverCallNeeds {
  readonly accounts: Pick<AccountsService, 'withSession' | 'read'>
  readonly media: MediaService
  readonly elsewhere: KnownElsewhere
  readonly guard: Pick<SendGuard, 'hold'>
  /** Told how far the files of the job are on their way. */
  readonly onUploaded?: AccountSession['onUploaded']
  /** Keeps what the hand-over has begun at the network; throws when it cannot be kept. */
  keepBegun(record: HandOverRecord, token: string): void
  /** Whether it was called back since the call began. */
  isUnwanted(record: HandOverRecord): boolean
}

/** Makes the one call that the step asks for. Throws only what is a bug in Vigie or in an adapter. */
export async function performHandOver(needs: HandOverCallNeeds, job: JobRecord, record: HandOverRecord, step: HandOverStep, signal: AbortSignal): Promise<HandOverAnswer> {
  if (job.payload?.effect !== 'create') return refused(studioError('rejected', 'what is to be handed over cannot be read'))
  const draft = draftOf(needs.media, job.payload, capabilitiesIn(needs.accounts, record.accountId))
  if (typeof draft === 'string') return refused(studioError('media_unreadable', 'an image of this post is gone', { details: { mediaId: draft } }))
  // A file that cannot be read: nothing was handed over, and there is nothing to look for.
  return sendReading(draft, (watched) => perform(needs, { job, record, draft: watched }, step, signal), refused)
}

async function perform(
  { accounts, elsewhere, guard, onUploaded, keepBegun, isUnwanted }: HandOverCallNeeds, { job, record, draft }: { readonly job: JobRecord; readonly record: HandOverRecord; readonly draft: Draft }, step: HandOverStep, signal: AbortSignal
): Promise<HandOverAnswer> {
  const result = await accounts.withSession(record.accountId, signal, async (session, { scheduler }) => {
    if (scheduler === undefined) return { ok: false as const, failure: { kind: 'rejected' as const, error: studioError('rejected', 'this network publishes nothing by itself') } }
    // Calling back is what a hold wants.
    const make = (): ReturnType<typeof call> => call(scheduler, telling(session, onUploaded), draft, { record, elsewhere: elsewhere.of(job, record), keepBegun: (token) => keepBegun(record, token) }, step)
    return step === 'hand' || step === 'move' ? unlessStopped(stopOf(guard, () => isUnwanted(record)), make) : make()
  })
  if (!result.ok) return { kind: 'failed', failure: result.failure }
  // Such a time could be neither kept nor shown. What is there is found again by its content.
  if (result.value.kind === 'waiting' && !isTime(result.value.dueAt)) return { kind: 'failed', failure: { kind: 'bug', error: studioError('unexpected_answer', 'the network named a time that is none') } }
  return result.value
}

/** Up to the last year of four digits: wall clocks are written with them. */
function isTime(instant: number): boolean {
  return instant >= 0 && instant < Date.UTC(9999, 11, 31)
}

interface Known {
  readonly record: HandOverRecord
  readonly keepBegun: (token: string) => void
  readonly elsewhere: ReturnType<KnownElsewhere['of']>
}

type Told = NetworkResult<Exclude<HandOverAnswer, { kind: 'failed' }>>

async function call(scheduler: NativeScheduler, session: AccountSession, draft: Draft, known: Known, step: HandOverStep): Promise<Told> {
  const { record, elsewhere, keepBegun } = known
  let isLeftOut = false
  const told = await callOnce(scheduler, session, draft, { record, keepBegun, isAnothersThere: elsewhere.isAnothersThere, isAnothers: (remoteId, publishedAt) => {
    if (elsewhere.isAnothers(remoteId)) return true
    if (!elsewhere.mayBeAnothers(publishedAt)) return false
    isLeftOut = true
    return true
  } }, step)
  if (!isLeftOut || !told.ok || told.value.kind !== 'gone') return told
  // What was left out may be this one all the same: it is called gone only if nothing but what is known as another's is there.
  const more = await callOnce(scheduler, session, draft, { record, keepBegun, ...elsewhere }, step === 'find' ? 'find' : 'read')
  return more.ok && more.value.kind === 'published' ? { ok: true, value: { kind: 'cannot_tell' } } : more
}

type Asked = Pick<Known, 'record' | 'keepBegun'> & { isAnothers(remoteId: string, publishedAt: number): boolean; isAnothersThere(scheduledId: string): boolean }

function callOnce(scheduler: NativeScheduler, session: AccountSession, draft: Draft, { record, keepBegun, isAnothers, isAnothersThere }: Asked, step: HandOverStep): Promise<Told> {
  const { idempotencyKey, dueAt, askedDueAt, dueUntil, sentAt } = record
  const there = { scheduledId: record.scheduledId ?? '', dueAt: askedDueAt, dueUntil, isAnothers }
  switch (step) {
    case 'hand':
      return scheduler.handOver(session, draft, { idempotencyKey, dueAt, keepBegun })
    case 'find':
      return scheduler.find(session, draft, { idempotencyKey, dueAt: askedDueAt, dueUntil, sentAt: sentAt ?? 0, isAnothers, isAnothersThere, ...begunOf(record.begun) })
    case 'read':
      return scheduler.read(session, draft, there)
    case 'move':
      return scheduler.move(session, draft, there, dueAt)
    case 'cancel':
      return scheduler.cancel(session, draft, there)
  }
}

function refused(error: StudioError): HandOverAnswer {
  return { kind: 'failed', failure: { kind: 'rejected', error } }
}
