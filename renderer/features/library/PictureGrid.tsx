import { useVirtualizer } from '@tanstack/react-virtual'
import { Copy, Film, ImageOff } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryPicture } from '../../../shared/media/library-picture.ts'
import { isVideo, mediaAddress } from '../../../shared/media/media-item.ts'
import { smallIconProps } from '../../components/icon.ts'
import { carryPictures } from './carried-pictures.ts'
import { choose, placeInGrid, type Choice, type ChooseHow } from './choose-pictures.ts'
import styles from './Library.module.css'

/** Width that a tile has at least, and height of a row, in px at normal zoom. */
const tileWidth = 168
const rowHeight = 176

export interface PictureGridProps {
  readonly workspaceId: string
  readonly pictures: readonly LibraryPicture[]
  readonly choice: Choice
  readonly onChoose: (choice: Choice) => void
  readonly onOpen: () => void
  readonly onRemove: () => void
}

/** All pictures, as many in a row as there is room for; only the rows in sight exist. Arrows move, Shift stretches, Space adds, Control and A takes all. */
export function PictureGrid({ workspaceId, pictures, choice, onChoose, onOpen, onRemove }: PictureGridProps): React.JSX.Element {
  const { t } = useTranslation('library')
  const gridId = useId()
  const scroller = useRef<HTMLDivElement | null>(null)
  const columns = useColumns(scroller)
  const rows = useVirtualizer({ count: Math.ceil(pictures.length / columns), getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 3 })
  const ids = pictures.map(({ item }) => item.id)
  const at = choice.current === null ? -1 : ids.indexOf(choice.current)

  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(Math.floor(at / columns))
  }, [rows, at, columns])

  function handleKey(event: KeyboardEvent): void {
    const next = afterKey(event, { choice, ids, at, columns })
    if (next === 'open') onOpen()
    else if (next === 'remove') onRemove()
    else if (next !== null) onChoose(next)
    if (next !== null) event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="listbox"
      aria-multiselectable="true"
      data-inline
      aria-label={t('list')}
      tabIndex={0}
      onKeyDown={handleKey}
      onFocus={() => at === -1 && ids[0] !== undefined && onChoose(choose(choice, ids, ids[0], 'look'))}
      aria-activedescendant={at === -1 ? undefined : `${gridId}-${ids[at] ?? ''}`}
    >
      <div className={styles.canvas} role="presentation" style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start }) => (
          <div key={key} className={styles.row} role="presentation" style={{ transform: `translateY(${start}px)`, '--columns': columns }}>
            {pictures.slice(index * columns, (index + 1) * columns).map((picture, column) => (
              <Tile
                key={picture.item.id}
                id={`${gridId}-${picture.item.id}`}
                workspaceId={workspaceId}
                picture={picture}
                place={index * columns + column + 1}
                total={pictures.length}
                isChosen={choice.ids.includes(picture.item.id)}
                isCurrent={picture.item.id === choice.current}
                carried={choice.ids.includes(picture.item.id) ? choice.ids : [picture.item.id]}
                onClick={(event) => onChoose(choose(choice, ids, picture.item.id, howOf(event)))}
                onOpen={onOpen}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

/** How many tiles stand beside each other, as the window changes. */
function useColumns(place: React.RefObject<HTMLDivElement | null>): number {
  const [columns, setColumns] = useState(4)
  useEffect(() => {
    if (place.current === null) return
    const observer = new ResizeObserver(([entry]) => setColumns(Math.max(1, Math.floor((entry?.contentRect.width ?? 0) / tileWidth))))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place])
  return columns
}

interface GridState {
  readonly choice: Choice
  readonly ids: readonly string[]
  readonly at: number
  readonly columns: number
}

/** What a key means; null: nothing here. Escape lets go of what is chosen, once, and is then left to whoever else waits for it. */
function afterKey(event: KeyboardEvent, { choice, ids, at, columns }: GridState): Choice | 'open' | 'remove' | null {
  const isMod = event.ctrlKey || event.metaKey
  if (event.key === 'a' && isMod) return { ...choice, ids }
  if (event.key === 'Enter' && !isMod) return choice.ids.length > 0 ? 'open' : null
  if (event.key === 'Delete') return choice.ids.length > 0 ? 'remove' : null
  if (event.key === 'Escape') return choice.ids.length > 0 ? { ...choice, ids: [] } : null
  if (event.key === ' ') return choice.current === null ? null : choose(choice, ids, choice.current, 'toggle')
  const id = ids[placeInGrid(event.key, at, ids.length, columns) ?? -1]
  return id === undefined ? null : choose(choice, ids, id, howOf(event, 'look'))
}

/** With the key that adds, a click adds and an arrow only looks. */
function howOf(event: KeyboardEvent | MouseEvent, withMod: ChooseHow = 'toggle'): ChooseHow {
  if (event.shiftKey) return 'stretch'
  return event.ctrlKey || event.metaKey ? withMod : 'only'
}

interface TileProps {
  readonly id: string
  readonly workspaceId: string
  readonly picture: LibraryPicture
  readonly place: number
  readonly total: number
  readonly isChosen: boolean
  readonly isCurrent: boolean
  readonly carried: readonly string[]
  readonly onClick: (event: MouseEvent) => void
  readonly onOpen: () => void
}

function Tile({ id, workspaceId, picture, place, total, isChosen, isCurrent, carried, onClick, onOpen }: TileProps): React.JSX.Element {
  const { t } = useTranslation('library')
  const { item, altText, useCount, sameIds } = picture
  const [isMissing, setMissing] = useState(false)
  return (
    // The list takes the keys for all of them.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      className={styles.tile}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-posinset={place}
      aria-setsize={total}
      data-current={isCurrent ? '' : undefined}
      draggable
      onDragStart={(event) => carryPictures(event.dataTransfer, carried)}
      onClick={onClick}
      onDoubleClick={onOpen}
    >
      {isMissing || (isVideo(item) && !item.hasCover) ? (
        <span className={styles.missing}>{isVideo(item) ? <Film aria-hidden="true" /> : <ImageOff aria-hidden="true" />}</span>
      ) : (
        <img className={styles.picture} src={mediaAddress(workspaceId, item.id, 'small')} alt="" loading="lazy" decoding="async" draggable={false} onError={() => setMissing(true)} />
      )}
      <span className={styles.name}>{altText === '' ? item.fileName : altText}</span>
      <span className={styles.remark}>
        {isVideo(item) && <Film {...smallIconProps} />}
        {sameIds.length > 1 && <Copy {...smallIconProps} aria-label={t('copies', { count: sameIds.length })} role="img" />}
        {useCount === 0 ? t('unused') : t('uses', { count: useCount })}
      </span>
    </div>
  )
}
