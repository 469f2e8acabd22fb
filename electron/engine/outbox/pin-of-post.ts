import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { PinHindrance, PinThere } from '../../../shared/published/pin-there.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import { goneThere, readBeforeWriting } from '../networks/network-edit.ts'
import type { NetworkResult } from '../networks/network-failure.ts'
import { pinChanged, type PinTarget } from '../networks/network-pins.ts'
import { done, failed, mapValue } from '../networks/network-results.ts'
import type { AccountSession } from '../networks/network-session.ts'
import { answerOf } from './answer-of.ts'
import type { AttemptAnswer } from './attempt-facts.ts'
import type { JobPayload } from './job-payload.ts'
import type { JobRecord } from './job-record.ts'
import type { SendGuard } from './send-guard.ts'
import { stopOf, unlessStopped } from './stop-of.ts'

interface PinNeeds {
  readonly accounts: Pick<AccountsService, 'withSession'>
  readonly guard: Pick<SendGuard, 'hold'>
  isUnwanted(job: JobRecord): boolean
}

type PinPayload = Extract<JobPayload, { effect: 'pin' }>

const confirmed: AttemptAnswer = { kind: 'done', remoteId: null, remoteUrl: null }

const reasons: Readonly<Record<PinHindrance, string>> = { no_right: 'pin_not_allowed', not_such_a_post: 'not_pinnable', full: 'pins_full' }

/** Pins a post of ours, or takes the pin away, once it was looked at how it stands: what somebody did meanwhile is done. */
export async function setPin({ accounts, guard, isUnwanted }: PinNeeds, job: JobRecord, wanted: PinPayload, signal: AbortSignal): Promise<AttemptAnswer> {
  const answer = await accounts.withSession(job.accountId, signal, (session, adapter) => unlessStopped(stopOf(guard, () => isUnwanted(job)), () => pinWith(adapter, session, wanted)))
  return answerOf(answer, () => confirmed)
}

/** Whether it stands as it was asked for. Where the network does not tell, the person is asked. */
export async function lookForPin({ accounts }: Pick<PinNeeds, 'accounts'>, job: JobRecord, { remoteId, isPinned }: PinPayload, signal: AbortSignal): Promise<AttemptAnswer> {
  const looked = await accounts.withSession(job.accountId, signal, async (session, { pins }): Promise<NetworkResult<PinThere | 'gone' | null>> => (pins === undefined ? done(null) : pins.read(session, remoteId)))
  return answerOf(looked, (there) => {
    if (there === 'gone') return isPinned ? { kind: 'not_there' } : confirmed
    if (there === null || there.isPinned === null) return { kind: 'cannot_tell' }
    return there.isPinned === isPinned ? confirmed : { kind: 'not_there' }
  })
}

async function pinWith({ capabilities, pins }: NetworkAdapter, session: AccountSession, { remoteId, isPinned, instead }: PinTarget): Promise<NetworkResult<null>> {
  if (pins === undefined || capabilities.pin.offer.value !== 'yes') return failed('rejected', studioError('rejected', `${capabilities.name} lets no post be pinned`))
  const read = await pins.read(session, remoteId)
  if (!read.ok) return readBeforeWriting(read)
  const there = read.value
  // What is gone is pinned no more.
  if (there === 'gone') return isPinned ? failed('rejected', goneThere) : done(null)
  if (there.isPinned === isPinned) return done(null)
  const objection = objectionTo(there, { isPinned, instead })
  return objection === null ? mapValue(await pins.set(session, { remoteId, isPinned, instead }), () => null) : failed('rejected', objection)
}

function objectionTo({ hindrance, instead }: PinThere, wanted: Pick<PinTarget, 'isPinned' | 'instead'>): StudioError | null {
  if (hindrance === 'no_right' || (hindrance !== null && wanted.isPinned)) return studioError('rejected', `its network does not let it be pinned: ${hindrance}`, { details: { reason: reasons[hindrance] } })
  return wanted.isPinned && instead !== null && instead.remoteId !== wanted.instead ? pinChanged : null
}
