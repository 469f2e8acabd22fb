import type Vips from 'wasm-vips'
import { maxDecodedArea, type DoneImage, type ImageTask } from './image-task.ts'

/** Decodes, changes and encodes one picture. Throws with the library's words when it cannot. Only its colour profile is left of what was written about it. */
export function performImageTask(vips: typeof Vips, task: ImageTask, onProgress: (percent: number) => void): DoneImage {
  // Formats with a decoder that its makers do not call safe are not opened.
  vips.blockUntrusted(true)
  const source = vips.Image.newFromBuffer(task.bytes, '')
  // By the decoder's own word; the header that was read before may have lied.
  if (source.width * source.height > maxDecodedArea) throw new Error(`${source.width} by ${source.height} is too large`)
  source.onProgress = onProgress
  const image = change(vips, source, task)
  const done = { bytes: encode(vips, image, task.output), width: image.width, height: image.height }
  for (const each of new Set([image, source])) each.delete()
  return done
}

/** Made small while it is decoded, where the format can: of a large photo, only what is needed is ever in memory. */
function change(vips: typeof Vips, source: Vips.Image, { bytes, isUprighted, fitWithin }: ImageTask): Vips.Image {
  if (fitWithin !== undefined) return vips.Image.thumbnailBuffer(bytes, fitWithin, { height: fitWithin, size: vips.Size.down, no_rotate: !isUprighted })
  return isUprighted ? source.autorot() : source
}

function encode(vips: typeof Vips, image: Vips.Image, { mediaType, quality }: ImageTask['output']): Uint8Array {
  const keep = vips.ForeignKeep.icc
  switch (mediaType) {
    case 'image/jpeg': return image.jpegsaveBuffer({ Q: quality, keep, optimize_coding: true, background: [255, 255, 255] })
    case 'image/png': return image.pngsaveBuffer({ keep })
    case 'image/webp': return image.webpsaveBuffer({ Q: quality, keep })
    case 'image/gif': return image.gifsaveBuffer({ keep })
  }
}
