import { CheckCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../../shared/contract/request-map.ts'
import type { Feed } from '../../../../shared/watch/feed.ts'
import { Button } from '../../../components/Button.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { Switch } from '../../../components/Switch.tsx'
import type { WatchListState } from '../watch-list-store.ts'
import { EmptyReading } from './EmptyReading.tsx'
import { FeedNotice } from './FeedNotice.tsx'
import { ReadingList, type ReadingListProps } from './ReadingList.tsx'
import styles from './ReadingPane.module.css'

export interface ReadingPaneProps extends Pick<ReadingListProps, 'timeZone' | 'selected' | 'onSelect' | 'onNearEnd'> {
  readonly workspaceId: string
  readonly list: WatchListState
  readonly overview: RequestOutput<'watch.overview'>
  readonly onUnreadOnly: (unreadOnly: boolean) => void
  readonly onMarkAll: () => void
  readonly onRetry: () => void
  readonly onRemoveFeed: (feed: Feed) => void
}

/** The reading list with its two tools, in each of its states. */
export function ReadingPane({ workspaceId, list, overview, onUnreadOnly, onMarkAll, onRetry, onRemoveFeed, ...rest }: ReadingPaneProps): React.JSX.Element {
  const { t } = useTranslation('watch')
  const { source } = list.choice
  const feed = source.kind === 'feed' ? overview.feeds.find(({ id }) => id === source.feedId) : undefined
  return (
    <div className={styles.pane}>
      <div className={styles.tools}>
        <Switch label={t('unreadOnly')} checked={list.choice.unreadOnly} onChange={onUnreadOnly} />
        <Button className={styles.markAll ?? ''} title={t('markAllRead')} size="small" variant="quiet" icon={CheckCheck} disabled={list.rows.every((item) => item.isRead)} onClick={onMarkAll}>
          {t('markAllRead')}
        </Button>
      </div>
      {feed && <FeedNotice feed={feed} />}
      <div className={styles.body}>
        {list.phase === 'loading' && list.rows.length === 0 && <LoadingState rows={8} />}
        {list.phase === 'failed' && list.error && <ErrorState size="small" error={list.error} onRetry={onRetry} />}
        {list.phase === 'ready' && list.rows.length === 0 && <EmptyReading workspaceId={workspaceId} choice={list.choice} overview={overview} onRemoveFeed={onRemoveFeed} />}
        {list.rows.length > 0 && <ReadingList items={list.rows} hasMore={list.next !== null} feeds={overview.feeds} rules={overview.rules} {...rest} />}
      </div>
    </div>
  )
}
