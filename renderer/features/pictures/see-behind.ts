import { contrastOf, contrastOn, rgbOf } from '../../../shared/media/colour-contrast.ts'
import type { MarkBox, PictureText } from '../../../shared/media/picture-marks.ts'
import { leftAfterTilt, turned, type PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import type { Size } from '../../../shared/media/size.ts'

/** So many px wide is the picture of which the colours are read. */
const readWidth = 240

/** How well words are read on the field behind them or, without one, on the picture; null: the picture is not there (yet). */
export function contrastOfText(text: PictureText, picture: HTMLImageElement | null, origin: Size, recipe: PictureRecipe, whole: Size, box: MarkBox): number | null {
  if (text.background !== null) return contrastOf(rgbOf(text.colour), rgbOf(text.background))
  const pixels = picture === null ? null : readBehind(picture, origin, recipe, whole, box)
  return pixels === null ? null : contrastOn(pixels, rgbOf(text.colour))
}

/** The picture as it is made, small, and of that what lies in the box. Its filter is left out: what it changes hardly tells. */
function readBehind(picture: HTMLImageElement, origin: Size, recipe: PictureRecipe, whole: Size, box: MarkBox): Uint8ClampedArray | null {
  const shown = turned(origin, recipe.turns)
  const crop = recipe.crop ?? { x: 0, y: 0, width: 1, height: 1 }
  const scale = readWidth / whole.width
  const canvas = document.createElement('canvas')
  canvas.width = readWidth
  canvas.height = Math.max(1, Math.round(whole.height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return null
  const zoom = readWidth / (crop.width * shown.width)
  context.scale(zoom, zoom)
  context.translate((0.5 - crop.x) * shown.width, (0.5 - crop.y) * shown.height)
  context.rotate(((recipe.turns * 90 + recipe.tilt) * Math.PI) / 180)
  const grown = 1 / leftAfterTilt(shown, recipe.tilt)
  context.scale(grown, grown)
  try {
    context.drawImage(picture, -origin.width / 2, -origin.height / 2, origin.width, origin.height)
    const at = (value: number): number => Math.max(0, Math.floor(value * scale))
    return context.getImageData(at(box.left), at(box.top), Math.max(1, at(box.width)), Math.max(1, at(box.height))).data
  } catch {
    // Not decoded yet, or not ours to read.
    return null
  }
}
