import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Crop } from '../../../shared/media/picture-recipe.ts'
import type { Size } from '../../../shared/media/size.ts'
import { corners, dragCorner, growCrop, moveCrop } from './move-crop.ts'
import styles from './PictureEditor.module.css'

export interface CropFrameProps {
  readonly crop: Crop
  /** Kept while a corner is drawn; null: any. */
  readonly ratio: number | null
  /** Of what it is cut out of. */
  readonly size: Size
  readonly onCrop: (crop: Crop) => void
}

/** A part of the way that an arrow key goes. */
const step = 0.02

/** What is kept of the picture: moved as a whole, or drawn larger and smaller at its corners. */
export function CropFrame({ crop, ratio, size, onCrop }: CropFrameProps): React.JSX.Element {
  const { t } = useTranslation('pictures')

  function handleKey(event: KeyboardEvent): void {
    const next = cropForKey(event, crop)
    if (next === null) return
    event.preventDefault()
    onCrop(next)
  }

  return (
    // It takes the keys that move it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.crop}
      role="group"
      aria-label={t('cropFrame')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={handleKey}
      style={{ insetInlineStart: `${crop.x * 100}%`, insetBlockStart: `${crop.y * 100}%`, inlineSize: `${crop.width * 100}%`, blockSize: `${crop.height * 100}%` }}
      {...drags(crop, (at, before) => onCrop(moveCrop(before.crop, { x: at.x - before.at.x, y: at.y - before.at.y })))}
    >
      {corners.map((corner) => (
        <span key={corner} className={styles.corner} data-corner={corner} {...drags(crop, (at, before) => onCrop(dragCorner(before.crop, corner, at, ratio, size)))} />
      ))}
    </div>
  )
}

interface Place {
  readonly x: number
  readonly y: number
}

/** Where the pointer is, in parts of the picture. */
export function placeInFrame(event: PointerEvent<HTMLElement>): Place {
  const box = event.currentTarget.closest('[data-frame]')?.getBoundingClientRect()
  return box === undefined ? { x: 0, y: 0 } : { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
}

interface Drag {
  readonly crop: Crop
  readonly at: Place
}

/** Where each drag began, by its pointer. */
const begun = new Map<number, Drag>()

function drags(crop: Crop, onMove: (at: Place, before: Drag) => void) {
  const end = (event: PointerEvent): void => void begun.delete(event.pointerId)
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      begun.set(event.pointerId, { crop, at: placeInFrame(event) })
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const before = begun.get(event.pointerId)
      if (before === undefined) return
      event.stopPropagation()
      onMove(placeInFrame(event), before)
    },
    onPointerUp: end,
    onPointerCancel: end
  }
}

/** Arrows move the frame, with Shift they make it larger or smaller. */
function cropForKey({ key, shiftKey }: KeyboardEvent, crop: Crop): Crop | null {
  switch (key) {
    case 'ArrowLeft':
      return shiftKey ? growCrop(crop, -step) : moveCrop(crop, { x: -step, y: 0 })
    case 'ArrowRight':
      return shiftKey ? growCrop(crop, step) : moveCrop(crop, { x: step, y: 0 })
    case 'ArrowUp':
      return shiftKey ? growCrop(crop, step) : moveCrop(crop, { x: 0, y: -step })
    case 'ArrowDown':
      return shiftKey ? growCrop(crop, -step) : moveCrop(crop, { x: 0, y: step })
    default:
      return null
  }
}
