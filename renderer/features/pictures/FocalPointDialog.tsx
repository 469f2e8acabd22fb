import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { shownAddress, type MediaItem } from '../../../shared/media/media-item.ts'
import { cropTo } from '../../../shared/media/picture-recipe.ts'
import { middleOfPicture } from '../../../shared/posts/focal-point.ts'
import type { FocalPoint } from '../../../shared/posts/post.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { placeInFrame } from './CropFrame.tsx'
import { cropRatios, type CropRatio } from './crop-ratios.ts'
import { movedByKey, withinPicture } from './point-keys.ts'
import styles from './FocalPoint.module.css'

export interface FocalPointDialogProps {
  readonly workspaceId: string
  readonly item: MediaItem
  readonly altText: string
  /** null: nobody chose. */
  readonly focus: FocalPoint | null
  /** null: the middle, as where nobody chose. */
  readonly onChoose: (focus: FocalPoint | null) => void
  readonly onClose: () => void
}

/** Chooses what of a picture has to be seen wherever it is cut, and shows what is left in the usual shapes. */
export function FocalPointDialog({ workspaceId, item, altText, focus, onChoose, onClose }: FocalPointDialogProps): React.JSX.Element {
  const { t } = useTranslation('pictures')
  const [point, setPoint] = useState(focus ?? middleOfPicture)
  const address = shownAddress(workspaceId, item)

  function choose(chosen: FocalPoint | null): void {
    onChoose(chosen)
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('focus.title')}
      description={t('focus.text')}
      footer={
        <>
          <Button variant="quiet" onClick={() => choose(null)}>{t('focus.none')}</Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onClick={() => choose(point)}>{t('focus.keep')}</Button>
        </>
      }
    >
      <div className={styles.stage}>
        {/* A press anywhere on the picture brings the point there; by keyboard the point moves itself. */}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div className={styles.frame} data-frame style={{ '--ratio': item.width / item.height }} onPointerDown={(event) => event.button === 0 && setPoint(withinPicture(placeInFrame(event)))}>
          <img src={address} alt={altText} draggable={false} />
          <Point point={point} onMove={setPoint} />
        </div>
      </div>
      <section className={styles.cuts} aria-label={t('focus.cuts')}>
        {shapes.map((shape) => (
          <figure key={shape}>
            <img src={address} alt="" draggable={false} style={{ aspectRatio: String(cropRatios[shape]), objectPosition: positionOf(cropRatios[shape], item, point) }} />
            <figcaption>{t(`shapes.${shape}`)}</figcaption>
          </figure>
        ))}
      </section>
    </Dialog>
  )
}

const shapes = ['story', 'portrait', 'square', 'link'] as const satisfies readonly CropRatio[]

function Point({ point, onMove }: { readonly point: FocalPoint; readonly onMove: (point: FocalPoint) => void }): React.JSX.Element {
  const { t } = useTranslation('pictures')
  const percent = (part: number): number => Math.round(part * 100)

  function handleKey(event: KeyboardEvent): void {
    const moved = movedByKey(point, event.key)
    if (moved === null) return
    event.preventDefault()
    onMove(moved)
  }

  return (
    // It takes the keys that move it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.point}
      role="group"
      aria-label={t('focus.point', { x: percent(point.x), y: percent(point.y) })}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={handleKey}
      style={{ insetInlineStart: `${String(point.x * 100)}%`, insetBlockStart: `${String(point.y * 100)}%` }}
    />
  )
}

/** The very part that Vigie would cut out in that shape, as the page draws it. */
function positionOf(ratio: number, size: Pick<MediaItem, 'width' | 'height'>, point: FocalPoint): string {
  const { x, y, width, height } = cropTo(ratio, size, point)
  const part = (start: number, length: number): number => (length >= 1 ? 50 : (100 * start) / (1 - length))
  return `${String(part(x, width))}% ${String(part(y, height))}%`
}
