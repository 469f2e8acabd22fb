import { useEffect, useMemo, useState } from 'react'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { boxAt, logoSize } from '../../../shared/media/picture-marks.ts'
import { madeSize, type PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import type { Size } from '../../../shared/media/size.ts'
import { isCovered, safeAreasFor, type SafeAreaName } from '../../../shared/media/safe-areas.ts'
import { measureInPage } from './draw-text.ts'
import { fontOf, layOutText, type TextLayout } from './lay-out-text.ts'
import { contrastOfText } from './see-behind.ts'

export interface Marks {
  /** Of the picture that is made. */
  readonly whole: Size
  /** null: no words. */
  readonly layout: TextLayout | null
  readonly contrast: number | null
  readonly covered: readonly SafeAreaName[]
}

/** Where words and logo come to lie, how well the words are read, and what networks lay over them. */
export function useMarks(origin: MediaItem, recipe: PictureRecipe, logo: MediaItem | null, picture: HTMLImageElement | null): Marks {
  const { text, logo: mark } = recipe
  const whole = useMemo(() => madeSize(origin, recipe), [origin, recipe])
  const isFontThere = useFont(text?.font ?? null)
  const layout = useMemo(() => (text === null || text.words.trim() === '' || !isFontThere ? null : layOutText(text, whole, measureInPage)), [text, whole, isFontThere])
  const contrast = useMemo(
    () => (text === null || layout === null ? null : contrastOfText(text, picture, origin, recipe, whole, boxAt(text.place, layout, whole))),
    [text, layout, picture, origin, recipe, whole]
  )
  const boxes = [
    ...(text === null || layout === null ? [] : [boxAt(text.place, layout, whole)]),
    ...(mark === null || logo === null ? [] : [boxAt(mark.place, logoSize(logo, mark.size, whole), whole)])
  ]
  const covered = safeAreasFor(whole).filter((area) => boxes.some((box) => isCovered(box, whole, area.covered))).map(({ name }) => name)
  return { whole, layout, contrast, covered }
}

/** Letters are measured once they are there: the studio's own come out of a file. */
function useFont(font: string | null): boolean {
  const [there, setThere] = useState<string | null>(null)
  useEffect(() => {
    if (font === null) return
    let isWanted = true
    const say = (): void => void (isWanted && setThere(font))
    document.fonts.load(fontOf({ font }, 20)).then(say, say)
    return () => {
      isWanted = false
    }
  }, [font])
  return font !== null && there === font
}
