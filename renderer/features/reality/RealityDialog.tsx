import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { useJobKind } from '../queue/use-job-kind.ts'
import { PartInReality } from './PartInReality.tsx'
import styles from './Reality.module.css'

export interface RealityDialogProps {
  readonly workspaceId: string
  readonly account: Account
  /** All that went out there of one post, in order. */
  readonly jobs: readonly Job[]
  readonly timeZone: string
  readonly onClose: () => void
}

/** Each part of the post, as it was previewed and as it stands on its network. */
export function RealityDialog({ workspaceId, account, jobs, timeZone, onClose }: RealityDialogProps): React.JSX.Element {
  const { t } = useTranslation('reality')
  return (
    <Dialog open onOpenChange={onClose} size="large" title={t('title', { name: account.handle })} description={t('text')}>
      <div className={styles.parts} tabIndex={0}>
        {jobs.map((job) => (
          <section key={job.id} className={styles.part}>
            {jobs.length > 1 && <PartHeading job={job} />}
            <PartInReality workspaceId={workspaceId} job={job} account={account} timeZone={timeZone} />
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function PartHeading({ job }: { readonly job: Job }): React.JSX.Element {
  const kindOf = useJobKind()
  return <h3 className={styles.heading}>{kindOf(job, null)}</h3>
}
