import { beginsWith, joinBytes, type Cleaned } from './cleaned.ts'
import { readOrientation, type Orientation } from './read-orientation.ts'

const kept: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
/** In VP8X's first byte (RFC 9649, section 2.7): there is EXIF, there is XMP. */
const metadataFlags = 0b1100

/** Keeps the chunks that draw the picture and its colour profile. */
export function cleanWebp(bytes: Uint8Array): Cleaned {
  if (bytes.byteLength < 12) return { bytes, orientation: 1 }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: Uint8Array[] = []
  let orientation: Orientation = 1
  const riffEnd = Math.min(bytes.byteLength, 8 + view.getUint32(4, true))
  let place = 12
  while (place + 8 <= riffEnd) {
    const length = view.getUint32(place + 4, true)
    const name = String.fromCharCode(...bytes.subarray(place, place + 4))
    const content = bytes.subarray(place + 8, place + 8 + length)
    // Chunks are padded to an even length.
    const end = Math.min(bytes.byteLength, place + 8 + length + (length & 1))
    if (name === 'EXIF') orientation = readOrientation(beginsWith(content, 0, 'Exif\0\0') ? content.subarray(6) : content)
    if (kept.has(name)) pieces.push(name === 'VP8X' ? withoutFlags(bytes.subarray(place, end)) : bytes.subarray(place, end))
    place = end
  }
  const body = joinBytes(pieces)
  const header = bytes.slice(0, 12)
  new DataView(header.buffer).setUint32(4, body.byteLength + 4, true)
  return { bytes: joinBytes([header, body]), orientation }
}

function withoutFlags(chunk: Uint8Array): Uint8Array {
  const copy = chunk.slice()
  copy[8] = (copy[8] ?? 0) & ~metadataFlags
  return copy
}

/** The file says how long it is, and so does each chunk; programs disagree on the byte that pads it to an even length. */
export function isWebpCutOff(bytes: Uint8Array): boolean {
  if (bytes.byteLength < 12) return true
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (8 + view.getUint32(4, true) > bytes.byteLength + 1) return true
  let place = 12
  while (place + 8 <= bytes.byteLength) {
    const length = view.getUint32(place + 4, true)
    if (kept.has(String.fromCharCode(...bytes.subarray(place, place + 4))) && place + 8 + length > bytes.byteLength) return true
    place += 8 + length + (length & 1)
  }
  return false
}
