import { beginsWith, joinBytes, type Cleaned } from './cleaned.ts'
import { readOrientation, type Orientation } from './read-orientation.ts'

const startOfImage = Uint8Array.of(0xff, 0xd8)
const endOfImage = Uint8Array.of(0xff, 0xd9)

/**
 * Keeps what is needed to draw the picture (ITU T.81, annex B) and its colours, and nothing else: JFIF without its thumbnail, the colour profile, Adobe's word on how
 * colours are stored. EXIF, XMP, IPTC, comments, makers' blocks go, and so does all that follows the end: previews and short films that phones put there, with a position
 * of their own.
 */
export function cleanJpeg(bytes: Uint8Array): Cleaned {
  const pieces: Uint8Array[] = [startOfImage]
  let orientation: Orientation = 1
  walkJpeg(bytes, ({ marker, place, end, behind }) => {
    if (marker === 0xe1 && beginsWith(bytes, place + 4, 'Exif\0\0')) orientation = readOrientation(bytes.subarray(place + 10, end))
    const kept = keptOf(bytes, marker, place, end)
    if (kept !== null) pieces.push(kept)
    pieces.push(bytes.subarray(end, behind))
  })
  pieces.push(endOfImage)
  return { bytes: joinBytes(pieces), orientation }
}

/** Whether the file stops before its picture does: a download that broke off. Every decoder shows such a file, with grey where the rest would be, and networks take it. */
export function isCutOff(jpeg: Uint8Array): boolean {
  return !walkJpeg(jpeg, () => undefined)
}

interface Segment {
  readonly marker: number
  readonly place: number
  readonly end: number
  /** Behind what the segment announces: the pixels of a scan. */
  readonly behind: number
}

/** From marker to marker; whether the end of the picture was reached. */
export function walkJpeg(bytes: Uint8Array, visit: (segment: Segment) => void): boolean {
  let place = nextMarker(bytes, 2)
  while (place !== null && bytes[place + 1] !== 0xd9) {
    const marker = bytes[place + 1] ?? 0
    const end = Math.min(bytes.byteLength, place + 2 + ((bytes[place + 2] ?? 0) << 8) + (bytes[place + 3] ?? 0))
    const behind = marker === 0xda ? endOfScan(bytes, end) : end
    visit({ marker, place, end, behind })
    place = nextMarker(bytes, behind)
  }
  return place !== null
}

/** Where the next marker with content begins, or the end of the picture; null where the file stops before. Filling and markers that stand alone where none belongs are passed over. */
function nextMarker(bytes: Uint8Array, start: number): number | null {
  let place = start
  for (;;) {
    place = bytes.indexOf(0xff, place)
    const marker = bytes[place + 1]
    if (place < 0 || marker === undefined) return null
    if (marker !== 0xff && marker !== 0x00 && !isAlone(marker)) return place
    place += marker === 0xff ? 1 : 2
  }
}

function keptOf(bytes: Uint8Array, marker: number, start: number, end: number): Uint8Array | null {
  const content = start + 4
  if (marker === 0xe0) return beginsWith(bytes, content, 'JFIF\0') && end - content >= 14 ? withoutThumbnail(bytes.subarray(content, content + 12)) : null
  if (marker === 0xe2) return beginsWith(bytes, content, 'ICC_PROFILE\0') ? bytes.subarray(start, end) : null
  if (marker === 0xee) return beginsWith(bytes, content, 'Adobe') ? bytes.subarray(start, end) : null
  const isApplication = marker >= 0xe0 && marker <= 0xef
  const isForDrawing = marker >= 0xc0 && marker <= 0xdf
  return isForDrawing && !isApplication ? bytes.subarray(start, end) : null
}

/** JFIF's last two bytes are the sides of a small picture behind them. */
function withoutThumbnail(fixed: Uint8Array): Uint8Array {
  return joinBytes([Uint8Array.of(0xff, 0xe0, 0, 16), fixed, Uint8Array.of(0, 0)])
}

/** In a scan, FF is followed by 00 or by a restart marker; anything else ends it. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let place = start
  for (;;) {
    place = bytes.indexOf(0xff, place)
    if (place < 0) return bytes.byteLength
    const next = bytes[place + 1] ?? 0
    if (next !== 0x00 && next !== 0xff && !isRestart(next)) return place
    place += next === 0xff ? 1 : 2
  }
}

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7
const isAlone = (marker: number): boolean => marker === 0x01 || marker === 0xd8 || isRestart(marker)

/** Puts back the one thing that a viewer needs to show the picture upright, and nothing else: for pictures that could not be turned for good. */
export function withOrientation(jpeg: Uint8Array, orientation: Orientation): Uint8Array {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0]
  return joinBytes([startOfImage, Uint8Array.of(0xff, 0xe1, 0, exif.length + 2, ...exif), jpeg.subarray(2)])
}
