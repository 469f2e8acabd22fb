import { Rss } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { FeedItem } from '../../../shared/watch/feed.ts'
import { newId } from '../../bridge/system-random.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { SplitPane } from '../../components/SplitPane.tsx'
import { navigate } from '../../shell/route-store.ts'
import { ScreenFrame } from '../../shell/ScreenFrame.tsx'
import type { ScreenProps } from '../../shell/screens.tsx'
import { Article } from './parts/Article.tsx'
import { ReadingPane } from './parts/ReadingPane.tsx'
import { SourceList } from './parts/SourceList.tsx'
import { WatchActions } from './parts/WatchActions.tsx'
import { WatchDialog, type OpenWatchDialog } from './parts/WatchDialog.tsx'
import { useWatchCommands } from './use-watch-commands.ts'
import { createWatchListStore } from './watch-list-store.ts'

/** What is said of the client and its world: sources, one reading list, the article beside it. */
export function Screen(props: ScreenProps<'watch'>): React.JSX.Element {
  return <WatchOfWorkspace key={props.workspace.id} {...props} />
}

function WatchOfWorkspace({ route, workspace }: ScreenProps<'watch'>): React.JSX.Element {
  const { t } = useTranslation('watch')
  const workspaceId = workspace.id
  const [store] = useState(() => createWatchListStore(studio, workspaceId))
  const list = useStore(store.state)
  const [overviewLoaded, reload] = useRequest('watch.overview', { workspaceId }, ['watch.changed'])
  const [dialog, setDialog] = useState<OpenWatchDialog>({ kind: 'none' })
  const [sourceWidth, setSourceWidth] = useState(220)
  const [listWidth, setListWidth] = useState(400)
  const selected = list.items.find((item) => item.id === route.itemId)

  useEffect(() => {
    void store.load()
    return () => store.dispose()
  }, [store])

  async function mark(items: readonly FeedItem[], change: { read?: boolean; starred?: boolean }): Promise<void> {
    const error = items.length === 0 ? null : await store.mark(items, change)
    if (error) showFailure(error)
  }

  function select(item: FeedItem): void {
    navigate({ ...route, itemId: item.id }, { replace: true })
    if (!item.isRead) void mark([item], { read: true })
  }

  async function handleMakePost(): Promise<void> {
    if (!selected) return
    const answer = await studio.request('watch.makePost', { workspaceId, itemId: selected.id, postId: newId() })
    if (answer.ok) navigate({ screen: 'compose', workspaceId, postId: answer.value.postId, at: null })
    else showFailure(answer.error)
  }

  const star = (): void => void (selected && mark([selected], { starred: !selected.isStarred }))
  const markUnread = (): void => void (selected && mark([selected], { read: false }))
  const addFeed = (): void => setDialog({ kind: 'feed' })
  useWatchCommands({ items: list.items, selected, onSelect: select, onStar: star, onMarkUnread: markUnread, onMakePost: () => void handleMakePost(), onAddFeed: addFeed })

  if (overviewLoaded.kind === 'loading') return <ScreenFrame title={t('title')}><LoadingState rows={8} /></ScreenFrame>
  if (overviewLoaded.kind === 'failed') return <ScreenFrame title={t('title')}><ErrorState error={overviewLoaded.error} onRetry={reload} /></ScreenFrame>
  const overview = overviewLoaded.value
  return (
    <ScreenFrame title={t('title')} actions={<WatchActions workspaceId={workspaceId} onAddFeed={addFeed} onAddRule={() => setDialog({ kind: 'rule', rule: null })} />}>
      {overview.feeds.length === 0 ? (
        <EmptyState icon={Rss} title={t('emptyTitle')} text={t('emptyText', { client: workspace.name })} action={<WatchActions workspaceId={workspaceId} onAddFeed={addFeed} onAddRule={null} />} />
      ) : (
        <SplitPane
          value={sourceWidth}
          onChange={setSourceWidth}
          min={160}
          max={360}
          label={t('width')}
          first={
            <SourceList
              overview={overview}
              source={list.source}
              onChoose={(source) => store.show({ source })}
              onRemoveFeed={(feed) => setDialog({ kind: 'remove_feed', feed })}
              onEditRule={(rule) => setDialog({ kind: 'rule', rule })}
              onRemoveRule={(rule) => void studio.request('watch.removeRule', { workspaceId, ruleId: rule.id })}
            />
          }
          second={
            <SplitPane
              value={listWidth}
              onChange={setListWidth}
              min={280}
              max={640}
              label={t('listWidth')}
              first={
                <ReadingPane
                  list={list}
                  overview={overview}
                  selected={route.itemId}
                  onSelect={select}
                  onNearEnd={store.loadMore}
                  onUnreadOnly={(unreadOnly) => store.show({ unreadOnly })}
                  onMarkAll={() => void mark(list.items.filter((item) => !item.isRead), { read: true })}
                  onRetry={() => void store.load()}
                />
              }
              second={
                selected ? (
                  <Article
                    key={selected.id}
                    item={selected}
                    feed={overview.feeds.find((feed) => feed.id === selected.feedId)}
                    rules={overview.rules}
                    timeZone={workspace.timeZone}
                    onMakePost={() => void handleMakePost()}
                    onStar={star}
                    onMarkUnread={markUnread}
                  />
                ) : (
                  <EmptyState icon={Rss} title={t('chooseTitle')} text={t('chooseText')} />
                )
              }
            />
          }
        />
      )}
      <WatchDialog workspaceId={workspaceId} dialog={dialog} onClose={() => setDialog({ kind: 'none' })} />
    </ScreenFrame>
  )
}
