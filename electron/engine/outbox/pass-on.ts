import { studioError } from '../../../shared/errors/studio-error.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { done, failed, mapValue } from '../networks/network-results.ts'
import { answerOf } from './answer-of.ts'
import type { AttemptAnswer } from './attempt-facts.ts'
import type { JobPayload } from './job-payload.ts'
import type { JobRecord } from './job-record.ts'
import type { SendGuard } from './send-guard.ts'
import { stopOf, unlessStopped } from './stop-of.ts'

interface PassOnNeeds {
  readonly accounts: Pick<AccountsService, 'withSession'>
  readonly guard: Pick<SendGuard, 'hold'>
  isUnwanted(job: JobRecord): boolean
}

type PassOnPayload = Extract<JobPayload, { effect: 'pass_on' }>

/** A post that is there goes on to those who follow its channel from elsewhere. The post itself is never touched. */
export async function passOn({ accounts, guard, isUnwanted }: PassOnNeeds, job: JobRecord, { remoteId }: PassOnPayload, signal: AbortSignal): Promise<AttemptAnswer> {
  const answer = await accounts.withSession(job.accountId, signal, (session, { capabilities, publisher }) =>
    unlessStopped(stopOf(guard, () => isUnwanted(job)), async () => (publisher.passOn === undefined ? failed('rejected', studioError('rejected', `${capabilities.name} passes nothing on`)) : publisher.passOn(session, { remoteId })))
  )
  return answerOf(answer, () => ({ kind: 'done', remoteId: null, remoteUrl: null }))
}

/** Whether it went on: a call whose answer was lost is looked for before another one. */
export async function lookWhetherPassedOn({ accounts }: Pick<PassOnNeeds, 'accounts'>, job: JobRecord, { remoteId }: PassOnPayload, signal: AbortSignal): Promise<AttemptAnswer> {
  const looked = await accounts.withSession(job.accountId, signal, async (session, { publisher }) => {
    if (publisher.isPassedOn === undefined) return done<AttemptAnswer>({ kind: 'cannot_tell' })
    return mapValue(await publisher.isPassedOn(session, { remoteId }), (isSo): AttemptAnswer => (isSo ? { kind: 'done', remoteId: null, remoteUrl: null } : { kind: 'not_there' }))
  })
  return answerOf(looked, (value) => value)
}
