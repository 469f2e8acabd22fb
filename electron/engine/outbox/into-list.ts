import { studioError } from '../../../shared/errors/studio-error.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { done, failed, mapValue } from '../networks/network-results.ts'
import { answerOf } from './answer-of.ts'
import type { AttemptAnswer } from './attempt-facts.ts'
import type { JobPayload } from './job-payload.ts'
import type { JobRecord } from './job-record.ts'
import type { SendGuard } from './send-guard.ts'
import { stopOf, unlessStopped } from './stop-of.ts'

interface ListNeeds {
  readonly accounts: Pick<AccountsService, 'withSession'>
  readonly guard: Pick<SendGuard, 'hold'>
  isUnwanted(job: JobRecord): boolean
}

type ListPayload = Extract<JobPayload, { effect: 'add_to_list' }>

/** A film that is there goes into a list of the account's own. The film itself is never touched. */
export async function addToList({ accounts, guard, isUnwanted }: ListNeeds, job: JobRecord, { remoteId, listId }: ListPayload, signal: AbortSignal): Promise<AttemptAnswer> {
  const answer = await accounts.withSession(job.accountId, signal, (session, { capabilities, publisher }) =>
    unlessStopped(stopOf(guard, () => isUnwanted(job)), async () => (publisher.addToList === undefined ? failed('rejected', studioError('rejected', `${capabilities.name} has no lists`)) : publisher.addToList(session, { remoteId, listId })))
  )
  return answerOf(answer, () => ({ kind: 'done', remoteId: null, remoteUrl: null }))
}

/** Whether it is in there: networks take the same film twice, so a call whose answer was lost is looked for before another one. */
export async function lookInList({ accounts }: Pick<ListNeeds, 'accounts'>, job: JobRecord, { remoteId, listId }: ListPayload, signal: AbortSignal): Promise<AttemptAnswer> {
  const looked = await accounts.withSession(job.accountId, signal, async (session, { publisher }) => {
    if (publisher.isInList === undefined) return done<AttemptAnswer>({ kind: 'cannot_tell' })
    return mapValue(await publisher.isInList(session, { remoteId, listId }), (isThere): AttemptAnswer => (isThere ? { kind: 'done', remoteId: null, remoteUrl: null } : { kind: 'not_there' }))
  })
  return answerOf(looked, (value) => value)
}
