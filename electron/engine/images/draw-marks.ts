import type Vips from 'wasm-vips'
import { boxAt, logoSize, type MarkPlace } from '../../../shared/media/picture-marks.ts'
import type { PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import { maxDecodedArea, type ImageTask } from './image-task.ts'

/** Puts the logo and then the words on a picture, at its full size; only what lies beneath them is touched. */
export function drawMarks(vips: typeof Vips, picture: Vips.Image, { text, logo }: PictureRecipe, marks: NonNullable<ImageTask['marks']>): Vips.Image {
  const withLogo = logo === null || marks.logo === null ? picture : lay(vips, picture, drawLogo(vips, picture, marks.logo, logo), logo.place)
  return text === null || marks.drawnText === null ? withLogo : lay(vips, withLogo, drawText(vips, picture, marks.drawnText), text.place)
}

function drawText(vips: typeof Vips, picture: Vips.Image, { png, forWidth }: NonNullable<NonNullable<ImageTask['marks']>['drawnText']>): Vips.Image {
  const drawn = withAlpha(vips, opened(vips, png))
  const factor = picture.width / forWidth
  return factor === 1 ? drawn : drawn.premultiply().resize(factor).unpremultiply().cast('uchar')
}

function drawLogo(vips: typeof Vips, picture: Vips.Image, bytes: Uint8Array, { size, opacity }: NonNullable<PictureRecipe['logo']>): Vips.Image {
  const source = opened(vips, bytes).autorot()
  const wanted = logoSize(source, size, picture)
  const drawn = withAlpha(vips, vips.Image.thumbnailBuffer(bytes, wanted.width, { height: wanted.height, size: vips.Size.force }))
  return opacity === 1 ? drawn : drawn.linear([1, 1, 1, opacity], [0, 0, 0, 0]).cast('uchar')
}

function opened(vips: typeof Vips, bytes: Uint8Array): Vips.Image {
  const image = vips.Image.newFromBuffer(bytes, '')
  if (image.width * image.height > maxDecodedArea) throw new Error(`${image.width} by ${image.height} is too large`)
  return image
}

function withAlpha(vips: typeof Vips, image: Vips.Image): Vips.Image {
  const coloured = image.colourspace(vips.Interpretation.srgb)
  return coloured.hasAlpha() ? coloured : coloured.bandjoin(255)
}

/** What is larger than the picture is cut at its edges. */
function lay(vips: typeof Vips, picture: Vips.Image, mark: Vips.Image, place: MarkPlace): Vips.Image {
  const shown = mark.width > picture.width || mark.height > picture.height ? mark.crop(0, 0, Math.min(mark.width, picture.width), Math.min(mark.height, picture.height)) : mark
  const { left, top, width, height } = boxAt(place, shown, picture)
  const laid = picture.crop(left, top, width, height).composite2(shown.copy({ interpretation: 'srgb' }), vips.BlendMode.over).cast('uchar')
  const same = picture.hasAlpha() ? laid : laid.extractBand(0, { n: 3 })
  return picture.insert(same.copy({ interpretation: 'srgb' }), left, top)
}
