import { Rss } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../bridge/use-request.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screen-props.ts'
import { WatchActions } from './parts/WatchActions.tsx'
import { WatchDialog, type OpenWatchDialog } from './parts/WatchDialog.tsx'
import { WatchPanes } from './parts/WatchPanes.tsx'
import { useWatch } from './use-watch.ts'
import { useWatchCommands } from './use-watch-commands.ts'

/** What is said of the client and its world: sources, one reading list, the article beside it. */
export function Screen(props: ScreenProps<'watch'>): React.JSX.Element {
  return <WatchOfWorkspace key={props.workspace.id} {...props} />
}

function WatchOfWorkspace({ route, workspace }: ScreenProps<'watch'>): React.JSX.Element {
  const { t } = useTranslation('watch')
  const watch = useWatch(route)
  const [loaded, reload] = useRequest('watch.overview', { workspaceId: workspace.id }, ['watch.changed'])
  const [dialog, setDialog] = useState<OpenWatchDialog>({ kind: 'none' })
  const addFeed = (): void => setDialog({ kind: 'feed' })
  useWatchCommands({ items: watch.list.rows, selected: watch.selected, onSelect: watch.select, onStar: watch.star, onMarkUnread: watch.markUnread, onMakePost: watch.makePost, onKeepIdea: watch.keepIdea, onAddFeed: addFeed })

  if (loaded.kind === 'loading') return <ScreenFrame title={t('title')}><LoadingState rows={8} /></ScreenFrame>
  if (loaded.kind === 'failed') return <ScreenFrame title={t('title')}><ErrorState error={loaded.error} onRetry={reload} /></ScreenFrame>
  const isEmpty = loaded.value.feeds.length === 0
  return (
    <ScreenFrame
      title={t('title')}
      actions={isEmpty ? undefined : <WatchActions workspaceId={workspace.id} onAddFeed={addFeed} onAddRule={() => setDialog({ kind: 'rule', rule: null })} />}
    >
      {isEmpty ? (
        <EmptyState icon={Rss} title={t('emptyTitle')} text={t('emptyText', { client: workspace.name })} action={<WatchActions workspaceId={workspace.id} onAddFeed={addFeed} onAddRule={null} />} />
      ) : (
        <WatchPanes workspace={workspace} overview={loaded.value} watch={watch} onDialog={setDialog} />
      )}
      <WatchDialog workspaceId={workspace.id} dialog={dialog} onFollowed={(feed) => watch.store.choose({ source: { kind: 'feed', feedId: feed.id }, unreadOnly: false })} onClose={() => setDialog({ kind: 'none' })} />
    </ScreenFrame>
  )
}
