import { beginsWith, joinBytes, type Cleaned } from './cleaned.ts'

/** Repeating an animation (two names for it), and a colour profile. XMP and everything else that programs leave there goes. */
const keptApplications = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']

/** Keeps header, palettes, frames, their timing, and the extensions above (GIF89a); comments and what follows the end go. A GIF knows no orientation. */
export function cleanGif(bytes: Uint8Array): Cleaned {
  let place = 13 + tableBytes(bytes[10] ?? 0)
  const pieces = [bytes.subarray(0, place)]
  while (place < bytes.byteLength) {
    const kind = bytes[place]
    if (kind === 0x2c) {
      const end = endOfBlocks(bytes, place + 10 + tableBytes(bytes[place + 9] ?? 0) + 1)
      pieces.push(bytes.subarray(place, end))
      place = end
    } else if (kind === 0x21) {
      const end = endOfBlocks(bytes, place + 2)
      if (isKept(bytes, place)) pieces.push(bytes.subarray(place, end))
      place = end
    } else {
      // The end of the picture, or damage that no decoder reads past.
      break
    }
  }
  return { bytes: joinBytes([...pieces, Uint8Array.of(0x3b)]), orientation: 1 }
}

/** A frame stops in the middle. The mark at the very end is left out by many programs, and missed by none. */
export function isGifCutOff(bytes: Uint8Array): boolean {
  let place = 13 + tableBytes(bytes[10] ?? 0)
  while (place < bytes.byteLength) {
    const kind = bytes[place]
    if (kind !== 0x2c && kind !== 0x21) return false
    const behind = behindBlocks(bytes, kind === 0x2c ? place + 10 + tableBytes(bytes[place + 9] ?? 0) + 1 : place + 2)
    if (behind === null) return true
    place = behind
  }
  return false
}

function isKept(bytes: Uint8Array, extension: number): boolean {
  const label = bytes[extension + 1]
  return label === 0xf9 || (label === 0xff && keptApplications.some((name) => beginsWith(bytes, extension + 3, name)))
}

/** The palette that a flags byte announces: three bytes for each of 2 to 256 colours. */
function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

function endOfBlocks(bytes: Uint8Array, start: number): number {
  return behindBlocks(bytes, start) ?? bytes.byteLength
}

/** Behind a chain of blocks, each with its length before it, the last of length 0; null where the file ends before that one. */
function behindBlocks(bytes: Uint8Array, start: number): number | null {
  let place = start
  while (place < bytes.byteLength) {
    const length = bytes[place] ?? 0
    place += 1 + length
    if (length === 0) return place
  }
  return null
}
