import type Vips from 'wasm-vips'
import { maxDecodedArea } from './image-task.ts'

/** Decodes a picture to its last line and keeps nothing of it; returns its area in pixels. Throws with the library's words where anything of it is damaged, also what programs would pass over. */
export function decodeWhole(vips: typeof Vips, bytes: Uint8Array): number {
  // Formats with a decoder that its makers do not call safe are not opened.
  vips.blockUntrusted(true)
  const picture = vips.Image.newFromBuffer(bytes, '', { access: 'sequential', fail_on: 'error' })
  try {
    const area = picture.width * picture.height
    if (area > maxDecodedArea) throw new Error(`${picture.width} by ${picture.height} is too large`)
    picture.avg()
    return area
  } finally {
    picture.delete()
  }
}
