import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { placeForKey } from './place-for-key.ts'
import styles from './VirtualList.module.css'

/** Height of one row in px, as ListRow draws it at normal zoom. */
const rowHeight = 60
/** How many rows before the end the next page is asked for. */
const loadAhead = 15

/** What makes a `ListRow` an option of the list. */
export interface VirtualListOption {
  readonly id: string
  readonly role: 'option'
  readonly 'aria-selected': boolean
  readonly 'aria-posinset': number
  readonly 'aria-setsize': number
  readonly isSelected: boolean
  readonly onClick: () => void
}

export interface VirtualListProps<Row extends { readonly id: string }> {
  readonly label: string
  readonly rows: readonly Row[]
  /** There is more than these rows: the size of the list is then not known. */
  readonly hasMore: boolean
  readonly selectedId: string | null
  readonly onSelect: (row: Row) => void
  readonly onNearEnd: () => Promise<void>
  readonly renderRow: (row: Row, option: VirtualListOption) => ReactNode
}

/** A long list to choose from; only the rows in sight exist, so a hundred thousand are as quick as ten. Arrows, pages, Home and End move the choice. */
export function VirtualList<Row extends { readonly id: string }>({ label, rows, hasMore, selectedId, onSelect, onNearEnd, renderRow }: VirtualListProps<Row>) {
  const listId = useId()
  const scroller = useRef<HTMLDivElement | null>(null)
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8, getItemKey: (index) => rows[index]?.id ?? index })
  const shown = virtual.getVirtualItems()
  const lastShown = shown.at(-1)?.index ?? 0
  const selectedIndex = rows.findIndex((row) => row.id === selectedId)

  function handleKeyDown(event: KeyboardEvent): void {
    const target = placeForKey(event.key, selectedIndex, rows.length)
    const row = target === null ? undefined : rows[target]
    if (row === undefined) return
    event.preventDefault()
    onSelect(row)
  }

  useEffect(() => {
    if (lastShown >= rows.length - loadAhead) void onNearEnd()
  }, [lastShown, rows.length, onNearEnd])

  useEffect(() => {
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex)
  }, [virtual, selectedIndex])

  return (
    <div ref={scroller} className={styles.scroller} role="listbox" data-inline aria-label={label} tabIndex={0} onKeyDown={handleKeyDown} aria-activedescendant={selectedIndex < 0 ? undefined : `${listId}-${selectedId}`}>
      <div className={styles.canvas} role="presentation" style={{ blockSize: virtual.getTotalSize() }}>
        {shown.map(({ key, index, start, size }) => {
          const row = rows[index]
          if (row === undefined) return null
          const isSelected = row.id === selectedId
          return (
            <div key={key} className={styles.row} role="presentation" style={{ transform: `translateY(${start}px)`, blockSize: size }}>
              {renderRow(row, {
                id: `${listId}-${row.id}`,
                role: 'option',
                'aria-selected': isSelected,
                'aria-posinset': index + 1,
                'aria-setsize': hasMore ? -1 : rows.length,
                isSelected,
                onClick: () => onSelect(row)
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}
