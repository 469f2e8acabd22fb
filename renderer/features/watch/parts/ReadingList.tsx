import { Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Feed, FeedItem, WatchRule } from '../../../../shared/watch/feed.ts'
import { soughtInQuery } from '../../../../shared/watch/sought-in-query.ts'
import { Badge } from '../../../components/Badge.tsx'
import { smallIconProps } from '../../../components/icon.ts'
import { ListRow } from '../../../components/ListRow.tsx'
import { MarkedText } from '../../../components/MarkedText.tsx'
import { VirtualList, type VirtualListOption } from '../../../components/VirtualList.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import styles from './ReadingList.module.css'

export interface ReadingListProps {
  readonly items: readonly FeedItem[]
  readonly hasMore: boolean
  readonly feeds: readonly Feed[]
  readonly rules: readonly WatchRule[]
  readonly timeZone: string
  readonly selected: string | null
  readonly onSelect: (item: FeedItem) => void
  readonly onNearEnd: () => Promise<void>
}

/** What the feeds have brought, newest first; what a query marks wears its name. */
export function ReadingList({ items, hasMore, feeds, rules, timeZone, selected, onSelect, onNearEnd }: ReadingListProps): React.JSX.Element {
  const { t } = useTranslation('watch')
  return (
    <VirtualList
      label={t('list')}
      rows={items}
      hasMore={hasMore}
      selectedId={selected}
      onSelect={onSelect}
      onNearEnd={onNearEnd}
      renderRow={(item, option) => <ItemRow item={item} option={option} feed={feeds.find((feed) => feed.id === item.feedId)} rules={rules} timeZone={timeZone} />}
    />
  )
}

interface ItemRowProps {
  readonly item: FeedItem
  readonly option: VirtualListOption
  readonly feed: Feed | undefined
  readonly rules: readonly WatchRule[]
  readonly timeZone: string
}

function ItemRow({ item, option, feed, rules, timeZone }: ItemRowProps): React.JSX.Element {
  const formats = useFormats()
  const now = useNow()
  const marks = rules.filter((rule) => item.ruleIds.includes(rule.id))
  const sought = marks.flatMap((rule) => soughtInQuery(rule.query))
  return (
    <ListRow
      {...option}
      isUnread={!item.isRead}
      title={<MarkedText text={item.title} sought={sought} />}
      detail={
        <>
          {feed?.title ?? ''}
          {item.summary !== '' && ' — '}
          <MarkedText text={item.summary} sought={sought} startsAtFind />
        </>
      }
      meta={formats.recent(item.publishedAt, now, timeZone)}
      aside={
        <>
          {marks.map((rule) => (
            <Badge key={rule.id} tone="accent">
              {rule.name}
            </Badge>
          ))}
          {item.isStarred && <Star {...smallIconProps} className={styles.star} />}
        </>
      }
    />
  )
}
