import { Rss } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../shared/contract/request-map.ts'
import type { Workspace } from '../../../../shared/workspaces/workspace.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { SplitPane } from '../../../components/SplitPane.tsx'
import { quoteItem, quoteOfItem } from '../quote-item.ts'
import type { OpenWatch } from '../use-watch.ts'
import { Article } from './Article.tsx'
import { ReadingPane } from './ReadingPane.tsx'
import { SourceList } from './SourceList.tsx'
import type { OpenWatchDialog } from './WatchDialog.tsx'

export interface WatchPanesProps {
  readonly workspace: Workspace
  readonly overview: RequestOutput<'watch.overview'>
  readonly watch: OpenWatch
  readonly onDialog: (dialog: OpenWatchDialog) => void
}

/** Sources, reading list and article, side by side. */
export function WatchPanes({ workspace, overview, watch, onDialog }: WatchPanesProps): React.JSX.Element {
  const [loaded] = useRequest('accounts.list', { workspaceId: workspace.id }, ['accounts.changed'])
  const accounts = loaded.kind === 'ready' ? loaded.value.accounts : []
  const { t } = useTranslation('watch')
  const [sourceWidth, setSourceWidth] = useState(() => (window.innerWidth < 1200 ? 196 : 220))
  const [listWidth, setListWidth] = useState(() => (window.innerWidth < 1200 ? 280 : 350))
  const { store, list, selected } = watch
  const readingPane = (
    <ReadingPane
      workspaceId={workspace.id}
      list={list}
      overview={overview}
      timeZone={workspace.timeZone}
      selected={selected?.id ?? null}
      onSelect={watch.select}
      onNearEnd={store.loadMore}
      onUnreadOnly={(unreadOnly) => store.choose({ ...list.choice, unreadOnly })}
      onMarkAll={watch.markAllRead}
      onRetry={() => void store.load()}
      onRemoveFeed={(feed) => onDialog({ kind: 'remove_feed', feed })}
    />
  )
  const article = selected ? (
    <Article
      key={selected.id}
      item={selected}
      feed={overview.feeds.find((feed) => feed.id === selected.feedId)}
      rules={overview.rules}
      timeZone={workspace.timeZone}
      onMakePost={watch.makePost}
      onStar={watch.star}
      onMarkUnread={watch.markUnread}
      onKeepIdea={watch.keepIdea}
      onQuote={quoteOfItem(selected, accounts) === null ? null : () => void quoteItem(workspace.id, selected, accounts)}
    />
  ) : (
    <EmptyState icon={Rss} title={t('chooseTitle')} text={t('chooseText')} />
  )
  const sources = (
    <SourceList
      overview={overview}
      source={list.choice.source}
      onChoose={(source) => store.choose({ ...list.choice, source })}
      onRemoveFeed={(feed) => onDialog({ kind: 'remove_feed', feed })}
      onEditRule={(rule) => onDialog({ kind: 'rule', rule })}
      onRemoveRule={(rule) => void studio.request('watch.removeRule', { workspaceId: workspace.id, ruleId: rule.id })}
    />
  )
  return (
    <SplitPane
      value={sourceWidth}
      onChange={setSourceWidth}
      min={160}
      max={360}
      label={t('width')}
      first={sources}
      second={<SplitPane value={listWidth} onChange={setListWidth} min={280} max={640} label={t('listWidth')} first={readingPane} second={article} />}
    />
  )
}
