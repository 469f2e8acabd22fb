import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/outbox/job.ts'
import { Button } from '../../components/Button.tsx'
import { StatusPill } from '../../components/StatusPill.tsx'
import type { KeptBy } from '../../shell/kept-by.ts'
import { jobStatus } from '../queue/job-status.ts'
import { useJobKind } from '../queue/use-job-kind.ts'
import styles from './ChangeLine.module.css'

export interface ChangeLineProps {
  /** Of one account, oldest first. */
  readonly changes: readonly Job[]
  readonly keptBy: KeptBy
  readonly onShowOutbox: (jobId: string) => void
}

/** How far the change is that was asked for last; nothing once it is over. */
export function ChangeLine({ changes, keptBy, onShowOutbox }: ChangeLineProps): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const kindOf = useJobKind()
  // Of a thread the one whose turn it is.
  const job = changes.find(({ finishedAt }) => finishedAt === null)
  if (job === undefined) return null
  return (
    <p className={styles.change}>
      <span>{kindOf(job, null)}</span>
      <StatusPill status={jobStatus(job, keptBy)} />
      <Button size="small" variant="quiet" onClick={() => onShowOutbox(job.id)}>
        {t('outcome.outbox')}
      </Button>
    </p>
  )
}
