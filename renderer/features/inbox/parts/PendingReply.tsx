import type { Job } from '../../../../shared/outbox/job.ts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { StatusPill } from '../../../components/StatusPill.tsx'
import { navigate } from '../../../shell/route-store.ts'
import { Avatar } from '../../../components/Avatar.tsx'
import { jobStatus } from '../../queue/job-status.ts'
import { useKeptBy } from '../../../shell/use-kept-by.ts'
import styles from './Message.module.css'

/** Our answer while it is on its way, or waits for a decision: shown where it will stand. */
export function PendingReply({ workspaceId, job }: { readonly workspaceId: string; readonly job: Job }): React.JSX.Element {
  const { t } = useTranslation(['inbox', 'queue'])
  return (
    <li className={styles.message} data-own="true" data-state={job.state}>
      <Avatar name={t('you')} />
      <div>
        <header className={styles.byline}>
          <strong>{t('you')}</strong>
          <StatusPill status={jobStatus(job, useKeptBy(workspaceId))} />
        </header>
        <p className={styles.text}>{job.excerpt}</p>
      </div>
      <div className={styles.tools}>
        <Button size="small" variant="quiet" onClick={() => navigate({ screen: 'outbox', workspaceId, jobId: job.id })}>
          {t('queue:storyTitle')}
        </Button>
      </div>
    </li>
  )
}
