import { useEffect, useRef } from 'react'
import { mediaAddress, type MediaItem } from '../../../shared/media/media-item.ts'
import { boxAt, logoSize, type MarkBox, type PictureText } from '../../../shared/media/picture-marks.ts'
import type { PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import type { Size } from '../../../shared/media/size.ts'
import { safeAreasFor } from '../../../shared/media/safe-areas.ts'
import { paintText } from './draw-text.ts'
import type { TextLayout } from './lay-out-text.ts'
import styles from './PictureEditor.module.css'

export interface MarksOnStageProps {
  readonly workspaceId: string
  readonly recipe: PictureRecipe
  /** Of the picture that is made. */
  readonly whole: Size
  readonly layout: TextLayout | null
  readonly logo: MediaItem | null
}

/** So many px wide is what words are drawn for on the screen. */
const drawnWidth = 1400

/** What lies on the picture, and where networks lay something over it, as long as something does. */
export function MarksOnStage({ workspaceId, recipe: { text, logo: mark, crop }, whole, layout, logo }: MarksOnStageProps): React.JSX.Element | null {
  if ((text === null || layout === null) && (mark === null || logo === null)) return null
  const { x, y, width, height } = crop ?? { x: 0, y: 0, width: 1, height: 1 }
  return (
    <div className={styles.marks} style={{ insetInlineStart: percent(x), insetBlockStart: percent(y), inlineSize: percent(width), blockSize: percent(height) }}>
      {safeAreasFor(whole).map(({ name, covered }) => (
        <span key={name} className={styles.safe} style={{ insetBlock: `${percent(covered.top)} ${percent(covered.bottom)}`, insetInline: `${percent(covered.left)} ${percent(covered.right)}` }} />
      ))}
      {mark !== null && logo !== null && (
        <img className={styles.mark} src={mediaAddress(workspaceId, logo.id, 'small')} alt="" draggable={false} style={{ ...placeOf(boxAt(mark.place, logoSize(logo, mark.size, whole), whole), whole), opacity: mark.opacity }} />
      )}
      {text !== null && layout !== null && <DrawnText text={text} layout={layout} whole={whole} />}
    </div>
  )
}

function DrawnText({ text, layout, whole }: { readonly text: PictureText; readonly layout: TextLayout; readonly whole: Size }): React.JSX.Element {
  const canvas = useRef<HTMLCanvasElement | null>(null)
  useEffect(() => {
    if (canvas.current !== null) paintText(canvas.current, text, layout, Math.min(1, drawnWidth / whole.width))
  }, [text, layout, whole])
  return <canvas ref={canvas} className={styles.mark} style={placeOf(boxAt(text.place, layout, whole), whole)} />
}

function placeOf({ left, top, width, height }: MarkBox, whole: Size): React.CSSProperties {
  return { insetInlineStart: percent(left / whole.width), insetBlockStart: percent(top / whole.height), inlineSize: percent(width / whole.width), blockSize: percent(height / whole.height) }
}

function percent(part: number): string {
  return `${String(part * 100)}%`
}
