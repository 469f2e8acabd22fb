import type Vips from 'wasm-vips'
import { cropInPixels, filterMatrix, leftAfterTilt, type PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import { drawMarks } from './draw-marks.ts'
import { hugeArea, maxDecodedArea, type DoneImage, type ImageTask } from './image-task.ts'

/** Decodes, changes and encodes one picture. Throws with the library's words when it cannot. Only its colour profile is left of what was written about it. */
export function performImageTask(vips: typeof Vips, task: ImageTask, onProgress: (percent: number) => void): DoneImage {
  // Formats with a decoder that its makers do not call safe are not opened.
  vips.blockUntrusted(true)
  const source = vips.Image.newFromBuffer(task.bytes, '', { access: isReadOnce(task) ? 'sequential' : 'random' })
  // By the decoder's own word; the header that was read before may have lied.
  if (source.width * source.height > maxDecodedArea) throw new Error(`${source.width} by ${source.height} is too large`)
  source.onProgress = onProgress
  const image = change(vips, source, task)
  const done = { ...encodeWithin(vips, image, task), sourceArea: source.width * source.height }
  for (const each of new Set([image, source])) each.delete()
  return done
}

/** Made small while it is decoded, where the format can: of a large photo, only what is needed is ever in memory. */
function change(vips: typeof Vips, source: Vips.Image, { bytes, isUprighted, fitWithin, recipe, marks }: ImageTask): Vips.Image {
  if (fitWithin !== undefined) return vips.Image.thumbnailBuffer(bytes, fitWithin, { height: fitWithin, size: vips.Size.down, no_rotate: !isUprighted })
  // Turning needs the whole picture at hand.
  const upright = isUprighted && isTurned(source) ? source.copyMemory().autorot() : source
  if (recipe === undefined) return upright
  const made = follow(vips, upright, recipe)
  if (marks !== undefined && (recipe.text !== null || recipe.logo !== null)) return drawMarks(vips, made.copyMemory(), recipe, marks)
  // It is encoded again and again until it is light enough.
  return recipe.maxBytes === null ? made : made.copyMemory()
}

/** From the first line to the last, a few lines at a time: then of a picture of 200 megapixels only these are ever in memory. */
function isReadOnce({ fitWithin, recipe }: ImageTask): boolean {
  return fitWithin === undefined && (recipe === undefined || (recipe.turns === 0 && recipe.tilt === 0))
}

function isTurned(source: Vips.Image): boolean {
  return source.getTypeof('orientation') !== 0 && source.getInt('orientation') > 1
}

function follow(vips: typeof Vips, source: Vips.Image, { turns, tilt, crop, filter, maxSide }: PictureRecipe): Vips.Image {
  const quarter = [null, vips.Angle.d90, vips.Angle.d180, vips.Angle.d270][turns] ?? null
  // What has other colours than the screen's is brought there first; turning needs the whole picture at hand.
  const shown = source.colourspace(vips.Interpretation.srgb)
  let image = turns === 0 && tilt === 0 ? shown : shown.copyMemory()
  if (quarter !== null) image = image.rot(quarter)
  if (tilt !== 0) image = straightened(image, tilt)
  if (crop !== null) {
    const { left, top, width, height } = cropInPixels(crop, image)
    image = image.crop(left, top, width, height)
  }
  if (filter !== 'none') image = coloured(vips, image, filter)
  const longest = Math.max(image.width, image.height)
  return maxSide !== null && longest > maxSide ? image.resize(maxSide / longest) : image
}

/** Tilted, and cut to what has no empty corner: in its own shape, about its own middle. */
function straightened(image: Vips.Image, tilt: number): Vips.Image {
  const left = leftAfterTilt(image, tilt)
  // A pixel less at each edge: there the colours are mixed with what lies outside.
  const width = Math.max(1, Math.floor(image.width * left) - 2)
  const height = Math.max(1, Math.floor(image.height * left) - 2)
  const tilted = image.rotate(tilt)
  return tilted.crop(Math.floor((tilted.width - width) / 2), Math.floor((tilted.height - height) / 2), width, height)
}

/** Only the colours: what shines through stays as it was. */
function coloured(vips: typeof Vips, image: Vips.Image, filter: PictureRecipe['filter']): Vips.Image {
  const { factors, added } = filterMatrix(filter)
  const plain = image.hasAlpha() ? image.extractBand(0, { n: 3 }) : image
  const changed = plain.recomb(vips.Image.newMatrix(3, 3, factors.flat())).linear(1, added * 255).cast('uchar').copy({ interpretation: 'srgb' })
  return image.hasAlpha() ? changed.bandjoin(image.extractBand(3)) : changed
}

const qualities = [92, 86, 80, 72, 64, 54] as const
const smallestSide = 64

/** As good as the bytes that it may weigh allow: quality gives way first, then the number of pixels. */
function encodeWithin(vips: typeof Vips, whole: Vips.Image, { recipe, output }: ImageTask): Omit<DoneImage, 'sourceArea'> {
  const mediaType = recipe?.mediaType ?? output.mediaType
  const maxBytes = recipe?.maxBytes ?? null
  if (maxBytes === null) return { bytes: encode(vips, whole, { mediaType, quality: output.quality }), width: whole.width, height: whole.height }
  const tried = mediaType === 'image/jpeg' || mediaType === 'image/webp' ? qualities : [output.quality]
  for (let image = whole; ; image = image.resize(0.8)) {
    for (const quality of tried) {
      const bytes = encode(vips, image, { mediaType, quality })
      if (bytes.byteLength <= maxBytes) return { bytes, width: image.width, height: image.height }
    }
    if (Math.max(image.width, image.height) < smallestSide) throw new Error(`no ${mediaType} of it weighs less than ${maxBytes} bytes`)
  }
}

/** What the encoder of WebP holds at once, in pixels. */
const largestWebp = 100_000_000

function encode(vips: typeof Vips, image: Vips.Image, { mediaType, quality }: ImageTask['output']): Uint8Array {
  const keep = vips.ForeignKeep.icc
  const area = image.width * image.height
  if (mediaType === 'image/webp' && area > largestWebp) return encode(vips, image, { mediaType: image.hasAlpha() ? 'image/png' : 'image/jpeg', quality })
  switch (mediaType) {
    // Optimal codes save some hundredths; for them the encoder would keep all of a picture at once.
    case 'image/jpeg': return image.jpegsaveBuffer({ Q: quality, keep, optimize_coding: area <= hugeArea, background: [255, 255, 255] })
    case 'image/png': return image.pngsaveBuffer({ keep })
    case 'image/webp': return image.webpsaveBuffer({ Q: quality, keep })
    case 'image/gif': return image.gifsaveBuffer({ keep })
  }
}
