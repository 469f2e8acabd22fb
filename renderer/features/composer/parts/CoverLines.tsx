import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { Button } from '../../../components/Button.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { StatusPill } from '../../../components/StatusPill.tsx'
import { useKeptBy } from '../../../shell/use-kept-by.ts'
import { jobStatus } from '../../queue/job-status.ts'
import { useJobKind } from '../../queue/use-job-kind.ts'
import styles from './Outcome.module.css'

export interface CoverLinesProps {
  readonly workspaceId: string
  readonly covers: readonly Job[]
  readonly accounts: readonly Account[]
  readonly onShowOutbox: (jobId: string) => void
}

/** What became of covers that went to their network after the film: the film is out whatever it was. */
export function CoverLines({ workspaceId, covers, accounts, onShowOutbox }: CoverLinesProps): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const keptBy = useKeptBy(workspaceId)
  const kindOf = useJobKind()
  if (covers.length === 0) return null
  return (
    <ul className={styles.jobs}>
      {covers.map((job) => {
        const account = accounts.find(({ id }) => id === job.accountId)
        return (
          <li key={job.id} className={styles.job}>
            {account && <NetworkIcon networkId={account.networkId} />}
            {account ? <AccountName className={styles.handle ?? ''} displayName={account.displayName} handle={account.handle} /> : <span>—</span>}
            <StatusPill status={jobStatus(job, keptBy)} />
            <span className={styles.time}>{kindOf(job, account?.networkId ?? null)}</span>
            <span className={styles.action}>
              <Button size="small" variant="quiet" onClick={() => onShowOutbox(job.id)}>
                {t('outcome.outbox')}
              </Button>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
