import { joinBytes, type Cleaned } from './cleaned.ts'
import { readOrientation, type Orientation } from './read-orientation.ts'

/** What draws the picture and gives its colours (PNG 3.0, section 11, with animation). Texts, times, EXIF and private chunks are not among it. */
const kept: ReadonlySet<string> = new Set([
  'IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'hIST', 'pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT'
])
const signatureBytes = 8

/** Keeps the chunks named above, up to the end of the picture; what is hidden behind it goes too. */
export function cleanPng(bytes: Uint8Array): Cleaned {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces = [bytes.subarray(0, signatureBytes)]
  let orientation: Orientation = 1
  let place = signatureBytes
  while (place + 8 <= bytes.byteLength) {
    const length = view.getUint32(place)
    const name = String.fromCharCode(...bytes.subarray(place + 4, place + 8))
    const end = Math.min(bytes.byteLength, place + 12 + length)
    if (name === 'eXIf') orientation = readOrientation(bytes.subarray(place + 8, place + 8 + length))
    if (kept.has(name)) pieces.push(bytes.subarray(place, end))
    if (name === 'IEND') break
    place = end
  }
  return { bytes: joinBytes(pieces), orientation }
}

/** A chunk runs over the end of the file, or the pixels are not followed by the end of the picture. */
export function isPngCutOff(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let place = signatureBytes
  let hasPixels = false
  while (place + 8 <= bytes.byteLength) {
    const name = String.fromCharCode(...bytes.subarray(place + 4, place + 8))
    if (name === 'IEND') return false
    hasPixels ||= name === 'IDAT'
    place += 12 + view.getUint32(place)
  }
  return hasPixels || place > bytes.byteLength
}
