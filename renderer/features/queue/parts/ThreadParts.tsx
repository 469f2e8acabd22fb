import { useTranslation } from 'react-i18next'
import type { Job } from '../../../../shared/outbox/job.ts'
import { numberOf } from '../../../../shared/posts/thread-progress.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { StatusPill } from '../../../components/StatusPill.tsx'
import { navigate } from '../../../shell/route-store.ts'
import { jobStatus } from '../job-status.ts'
import { useJobKind } from '../use-job-kind.ts'
import { useKeptBy } from '../../../shell/use-kept-by.ts'
import styles from './JobStory.module.css'

export interface ThreadPartsProps {
  readonly workspaceId: string
  readonly postId: string
  /** The part whose story is open. */
  readonly job: Job
}

/** The list shows a thread once: here is the way to each of its parts. */
export function ThreadParts({ workspaceId, postId, job }: ThreadPartsProps): React.JSX.Element | null {
  const { t } = useTranslation('queue')
  const kindOf = useJobKind()
  const keptBy = useKeptBy(workspaceId)
  const [loaded] = useRequest('posts.read', { workspaceId, postId }, ['outbox.changed'])
  if (loaded.kind !== 'ready') return null
  // What was taken back before and what it was replaced by are two runs of the thread.
  const isOfThisRun = ({ state }: Job): boolean => (state === 'cancelled') === (job.state === 'cancelled')
  const parts = loaded.value.jobs.filter((one) => one.accountId === job.accountId && one.part !== undefined && isOfThisRun(one)).toSorted((a, b) => numberOf(a) - numberOf(b))
  return (
    <nav className={styles.parts} aria-label={t('parts')}>
      {parts.map((part) => (
        <button key={part.id} type="button" aria-current={part.id === job.id} onClick={() => navigate({ screen: 'outbox', workspaceId, jobId: part.id }, { replace: true })}>
          {kindOf(part, null)}
          <StatusPill status={jobStatus(part, keptBy)} form="icon" />
        </button>
      ))}
    </nav>
  )
}
