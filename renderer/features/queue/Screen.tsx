import { Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { ListRow } from '../../components/ListRow.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { SplitPane } from '../../components/SplitPane.tsx'
import { StatusPill } from '../../components/StatusPill.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { holdOf } from '../../shell/hold-actions.ts'
import { navigate } from '../../shell/route-store.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screen-props.ts'
import { useStudio } from '../../shell/studio-store.ts'
import { useNow } from '../../shell/use-now.ts'
import { ExportButton } from './csv/ExportButton.tsx'
import { inReadingOrder } from './in-reading-order.ts'
import { waitsForDecision } from './job-decisions.ts'
import { jobStatus } from './job-status.ts'
import { useJobKind } from './use-job-kind.ts'
import { JobStory } from './parts/JobStory.tsx'
import styles from './Screen.module.css'

/** What is to go out and what has gone out, with the story of each. */
export function Screen({ route, workspace }: ScreenProps<'outbox'>): React.JSX.Element {
  const { t } = useTranslation('queue')
  const [view, setView] = useState<'open' | 'finished'>('open')
  const [width, setWidth] = useState(420)
  const [loaded, reload] = useRequest('outbox.list', { workspaceId: workspace.id, view, limit: 200 }, ['outbox.changed'])
  const [accountsLoaded] = useRequest('accounts.list', { workspaceId: workspace.id }, ['accounts.changed'])
  const accounts = accountsLoaded.kind === 'ready' ? accountsLoaded.value.accounts : []

  function select(jobId: string): void {
    navigate({ ...route, jobId }, { replace: true })
  }

  return (
    <ScreenFrame
      title={t('title')}
      actions={<ExportButton workspace={workspace} accounts={accounts} />}
      toolbar={<ViewChoice view={view} onView={setView} />}
    >
      <SplitPane
        value={width}
        onChange={setWidth}
        min={300}
        max={640}
        label={t('list', { client: workspace.name })}
        first={
          <div className={styles.list}>
            {loaded.kind === 'loading' && <LoadingState rows={6} />}
            {loaded.kind === 'failed' && <ErrorState error={loaded.error} onRetry={reload} />}
            {loaded.kind === 'ready' && loaded.value.jobs.length === 0 && (
              <EmptyState icon={Send} title={view === 'open' ? t('emptyOpenTitle') : t('emptyDoneTitle')} text={view === 'open' ? t('emptyOpenText') : t('emptyDoneText')} />
            )}
            {loaded.kind === 'ready' && loaded.value.jobs.length > 0 && <JobList workspaceId={workspace.id} jobs={loaded.value.jobs} view={view} accounts={accounts} selected={route.jobId} label={t('list', { client: workspace.name })} timeZone={workspace.timeZone} onSelect={select} />}
          </div>
        }
        second={
          route.jobId === null ? (
            // Where there is nothing to choose, nobody is asked to.
            loaded.kind === 'ready' && loaded.value.jobs.length > 0 && <EmptyState icon={Send} title={t('chooseTitle')} />
          ) : (
            <div className={styles.story}>
              <JobStory key={route.jobId} workspaceId={workspace.id} jobId={route.jobId} accounts={accounts} timeZone={workspace.timeZone} />
            </div>
          )
        }
      />
    </ScreenFrame>
  )
}

function ViewChoice({ view, onView }: { readonly view: 'open' | 'finished'; readonly onView: (view: 'open' | 'finished') => void }): React.JSX.Element {
  const { t } = useTranslation('queue')
  return (
    <SegmentedControl
      size="small"
      label={t('view')}
      value={view}
      onChange={onView}
      segments={[
        { value: 'open', label: t('open') },
        { value: 'finished', label: t('finished') }
      ]}
    />
  )
}

interface JobListProps {
  readonly jobs: readonly Job[]
  readonly workspaceId: string
  readonly view: 'open' | 'finished'
  readonly accounts: readonly Account[]
  readonly selected: string | null
  readonly label: string
  readonly timeZone: string
  readonly onSelect: (jobId: string) => void
}

function JobList({ workspaceId, jobs, view, accounts, selected, label, timeZone, onSelect }: JobListProps): React.JSX.Element {
  const { t } = useTranslation('queue')
  const kindOf = useJobKind()
  const isOnHold = holdOf(useStudio((state) => state.holds), workspaceId) !== null
  const formats = useFormats()
  const now = useNow()
  return (
    <ul aria-label={label} className={styles.jobs}>
      {inReadingOrder(jobs, view, accounts).map((job) => {
        const account = accounts.find((candidate) => candidate.id === job.accountId)
        return (
          <li key={job.id}>
            <button type="button" className={styles.job} aria-current={job.id === selected} onClick={() => onSelect(job.id)}>
              <ListRow
                leading={<NetworkIcon networkId={account?.networkId ?? ''} size={20} />}
                title={job.excerpt || t(`kind.${job.kind}`)}
                detail={`${kindOf(job)} · ${account?.handle ?? '—'}`}
                meta={formats.moment(job.finishedAt ?? job.dueAt, now, timeZone)}
                aside={<StatusPill status={jobStatus(job, isOnHold)} />}
                isSelected={job.id === selected}
                isUnread={waitsForDecision(job)}
              />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
