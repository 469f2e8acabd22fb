import { Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../bridge/use-request.ts'
import { namedAccounts } from '../../components/named-accounts.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { SplitPane } from '../../components/SplitPane.tsx'
import { navigate } from '../../shell/route-store.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screen-props.ts'
import { HoldButton } from '../safety/HoldButton.tsx'
import { ExportButton } from './csv/ExportButton.tsx'
import { JobList } from './parts/JobList.tsx'
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
  const named = accountsLoaded.kind === 'ready' ? namedAccounts(accountsLoaded.value) : []

  function select(jobId: string): void {
    navigate({ ...route, jobId }, { replace: true })
  }

  return (
    <ScreenFrame
      title={t('title')}
      actions={
        <>
          <HoldButton workspaceId={workspace.id} />
          <ExportButton workspace={workspace} accounts={named} />
        </>
      }
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
            {loaded.kind === 'ready' && loaded.value.jobs.length > 0 && <JobList workspaceId={workspace.id} jobs={loaded.value.jobs} view={view} accounts={named} selected={route.jobId} label={t('list', { client: workspace.name })} timeZone={workspace.timeZone} onSelect={select} />}
          </div>
        }
        second={
          route.jobId === null ? (
            // Where there is nothing to choose, nobody is asked to.
            loaded.kind === 'ready' && loaded.value.jobs.length > 0 && <EmptyState icon={Send} title={t('chooseTitle')} />
          ) : (
            <div className={styles.story}>
              <JobStory key={route.jobId} workspaceId={workspace.id} jobId={route.jobId} accounts={accounts} named={named} timeZone={workspace.timeZone} />
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
