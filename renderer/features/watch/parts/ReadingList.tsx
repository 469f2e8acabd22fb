import { useVirtualizer } from '@tanstack/react-virtual'
import { Star } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Feed, FeedItem, WatchRule } from '../../../../shared/watch/feed.ts'
import { Badge } from '../../../components/Badge.tsx'
import { smallIconProps } from '../../../components/icon.ts'
import { ListRow } from '../../../components/ListRow.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import styles from './ReadingList.module.css'

/** Height of one row in px, as ListRow draws it at normal zoom. */
const rowHeight = 60
const loadAhead = 15

export interface ReadingListProps {
  readonly items: readonly FeedItem[]
  readonly feeds: readonly Feed[]
  readonly rules: readonly WatchRule[]
  readonly selected: string | null
  readonly onSelect: (item: FeedItem) => void
  readonly onNearEnd: () => Promise<void>
}

/** What the feeds have brought, newest first; what a query marks wears its name. */
export function ReadingList({ items, feeds, rules, selected, onSelect, onNearEnd }: ReadingListProps): React.JSX.Element {
  const { t } = useTranslation('watch')
  const formats = useFormats()
  const now = useNow()
  const scroller = useRef<HTMLDivElement | null>(null)
  const virtual = useVirtualizer({ count: items.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8, getItemKey: (index) => items[index]?.id ?? index })
  const rows = virtual.getVirtualItems()
  const lastShown = rows.at(-1)?.index ?? 0
  const selectedIndex = items.findIndex((item) => item.id === selected)

  useEffect(() => {
    if (lastShown >= items.length - loadAhead) void onNearEnd()
  }, [lastShown, items.length, onNearEnd])

  useEffect(() => {
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex)
  }, [virtual, selectedIndex])

  return (
    <div ref={scroller} className={styles.scroller} role="listbox" aria-label={t('list')} tabIndex={0} aria-activedescendant={selectedIndex < 0 ? undefined : `item-${selected}`}>
      <div className={styles.canvas} role="presentation" style={{ blockSize: virtual.getTotalSize() }}>
        {rows.map((row) => {
          const item = items[row.index]
          if (item === undefined) return null
          const marks = rules.filter((rule) => item.ruleIds.includes(rule.id))
          return (
            <div key={row.key} className={styles.row} role="presentation" style={{ transform: `translateY(${row.start}px)`, blockSize: row.size }}>
              <ListRow
                id={`item-${item.id}`}
                role="option"
                aria-selected={item.id === selected}
                isSelected={item.id === selected}
                isUnread={!item.isRead}
                title={item.title}
                detail={`${feeds.find((feed) => feed.id === item.feedId)?.title ?? ''} — ${item.summary}`}
                meta={formats.recent(item.publishedAt, now)}
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
                onClick={() => onSelect(item)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
