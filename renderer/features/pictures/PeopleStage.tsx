import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { shownAddress, type MediaItem } from '../../../shared/media/media-item.ts'
import { middleOfPicture } from '../../../shared/posts/focal-point.ts'
import type { PersonTag } from '../../../shared/posts/person-tag.ts'
import type { FocalPoint } from '../../../shared/posts/post.ts'
import { placeInFrame } from './CropFrame.tsx'
import { isNearBottom, movedByKey, takesAway, withinPicture } from './point-keys.ts'
import styles from './PeopleShown.module.css'

export interface PeopleStageProps {
  readonly workspaceId: string
  readonly item: MediaItem
  readonly altText: string
  readonly people: readonly PersonTag[]
  /** Where the next person is; null: nobody can be added. */
  readonly next: FocalPoint | null
  readonly onNext: (point: FocalPoint) => void
  /** The mouse pointed there: the name comes next. */
  readonly onPointed: (point: FocalPoint) => void
  readonly onMove: (name: string, at: FocalPoint) => void
  readonly onRemove: (name: string) => void
}

/** The picture with a mark for each person. A press anywhere on it brings the next mark there; by keyboard each mark moves itself. */
export function PeopleStage({ workspaceId, item, altText, people, next, onNext, onPointed, onMove, onRemove }: PeopleStageProps): React.JSX.Element {
  const { t } = useTranslation('pictures')
  const percent = ({ x, y }: FocalPoint): { readonly x: number; readonly y: number } => ({ x: Math.round(x * 100), y: Math.round(y * 100) })
  return (
    <div className={styles.stage}>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.frame} data-frame style={{ '--ratio': item.width / item.height }} onPointerDown={(event) => event.button === 0 && onPointed(withinPicture(placeInFrame(event)))}>
        <img src={shownAddress(workspaceId, item)} alt={altText} draggable={false} />
        {people.map(({ name, at = middleOfPicture }) => (
          <Mark key={name} at={at} label={t('people.mark', { name: `@${name}`, ...percent(at) })} words={`@${name}`} onMove={(to) => onMove(name, to)} onRemove={() => onRemove(name)} />
        ))}
        {next !== null && <Mark at={next} label={t('people.next', percent(next))} words={null} onMove={onNext} onRemove={null} />}
      </div>
    </div>
  )
}

interface MarkProps {
  readonly at: FocalPoint
  readonly label: string
  /** null: of nobody yet. */
  readonly words: string | null
  readonly onMove: (to: FocalPoint) => void
  readonly onRemove: (() => void) | null
}

function Mark({ at, label, words, onMove, onRemove }: MarkProps): React.JSX.Element {
  function handleKey(event: KeyboardEvent): void {
    const moved = movedByKey(at, event.key)
    if (moved === null && (!takesAway(event.key) || onRemove === null)) return
    event.preventDefault()
    if (moved === null) onRemove?.()
    else onMove(moved)
  }

  return (
    // It takes the keys that move it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.mark}
      role="group"
      aria-label={label}
      data-next={words === null || undefined}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={handleKey}
      style={{ insetInlineStart: `${String(at.x * 100)}%`, insetBlockStart: `${String(at.y * 100)}%` }}
    >
      {words !== null && <span className={styles.name} data-above={isNearBottom(at) || undefined} style={{ '--side': at.x }}>{words}</span>}
    </div>
  )
}
