import type { TFunction } from 'i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { actWord } from '../../../../shared/outbox/job-word.ts'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import { errorDetails, errorPlace } from '../../../language/error-details.ts'
import { jobStatus } from '../job-status.ts'
import { partWaitedFor } from '../part-waited-for.ts'
import { tellStory } from '../story/tell-story.ts'
import { whatKey } from '../story/word-keys.ts'

export type LedgerTexts = TFunction<['ledger', 'queue', 'components', 'errors', 'reasons']>

export interface LedgerFacts {
  readonly jobs: readonly Job[]
  readonly accounts: readonly Account[]
  /** Of the client: all times are those of its clocks. */
  readonly timeZone: string
}

/** The ledger as a table, one row for each job, with the words that the page uses. */
export function ledgerRows({ jobs, accounts, timeZone }: LedgerFacts, t: LedgerTexts): readonly (readonly string[])[] {
  const time = (instant: number | null): string => (instant === null ? '' : toLocalDateTime(instant, timeZone).replace('T', ' '))
  const reason = (failure: StudioError | null): string => (failure === null ? '' : t(`${errorPlace(failure)}.what`, errorDetails(failure, time)))
  const heads = [`${t('ledger:csv.recorded')} (${timeZone})`, t('ledger:csv.due'), t('ledger:csv.finished'), t('ledger:csv.kind'), t('ledger:csv.state'), t('ledger:csv.network'), t('ledger:csv.account'), t('ledger:csv.text'), t('ledger:csv.happened'), t('ledger:csv.reason'), t('ledger:csv.attempts'), t('ledger:csv.address')]
  const rows = jobs.map((job) => {
    const account = accounts.find(({ id }) => id === job.accountId)
    const { what } = tellStory(job, { isOnHold: false, isWorkingOffline: false, mayHaveArrived: false, isByHand: account?.networkId === 'assisted' })
    return [
      time(job.createdAt), time(job.dueAt), time(job.finishedAt), t(`queue:kind.${actWord(job.kind, account?.networkId ?? null)}`), t(`components:status.${jobStatus(job)}`), account?.networkId ?? '', account === undefined ? '' : accountName(account, t),
      job.excerpt, t(`ledger:${whatKey(what, job)}`, { before: partWaitedFor(job) ?? 0 }), reason(job.failure), String(job.attempts), job.remoteUrl ?? ''
    ]
  })
  return [heads, ...rows]
}

/** As it is written on its network; removed from the client, it is still where the post went. */
function accountName({ handle, isRemoved }: Account, t: LedgerTexts): string {
  return isRemoved === true ? t('components:removedAccount', { account: handle }) : handle
}
