import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { Button } from '../../../components/Button.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { StatusPill } from '../../../components/StatusPill.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import styles from './Outcome.module.css'

export interface OutcomeProps {
  readonly jobs: readonly Job[]
  readonly accounts: readonly Account[]
  readonly timeZone: string
  readonly onOpen: (url: string) => void
  readonly onShowOutbox: (jobId: string) => void
}

/** Where the post stands on each account: what happened, and the one thing to do next. */
export function Outcome({ jobs, accounts, timeZone, onOpen, onShowOutbox }: OutcomeProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  return (
    <section className={styles.outcome} aria-label={t('outcome.title')}>
      <ul className={styles.jobs}>
        {jobs.map((job) => {
          const account = accounts.find((candidate) => candidate.id === job.accountId)
          const url = job.remoteUrl
          return (
            <li key={job.id} className={styles.job}>
              {account && <NetworkIcon networkId={account.networkId} />}
              <span className={styles.handle}>{account?.handle ?? '—'}</span>
              <StatusPill status={job.state} />
              <time className={styles.time}>{formats.dayAndTime(job.finishedAt ?? job.dueAt, timeZone)}</time>
              <span className={styles.action}>
                {url === null ? (
                  <Button size="small" variant="quiet" onClick={() => onShowOutbox(job.id)}>
                    {t('outcome.outbox')}
                  </Button>
                ) : (
                  <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => onOpen(url)}>
                    {t('outcome.open')}
                  </Button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
