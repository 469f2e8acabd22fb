import type { Blanking } from './inspect-boxes.ts'
import { VideoRefusal, type VideoSource } from './video-source.ts'

interface Element {
  readonly id: number
  readonly offset: number
  readonly contentAt: number
  readonly end: number
}

/** RFC 9559, the elements that are looked at. */
const [segmentId, tracksId, trackEntryId, encodingsId, encodingId, encryptionId] = [0x18538067, 0x1654ae6b, 0xae, 0x6d80, 0x6240, 0x5035]
/** Tags and attachments: what is written about a video and not of it. */
const descriptions: ReadonlySet<number> = new Set([0x1254c367, 0x1941a469])
const mostElements = 200_000

/** WebM, as `inspectBoxes` for MP4. A film that was recorded live tells no lengths; it is not known to be cut. */
export async function inspectElements(source: VideoSource): Promise<readonly Blanking[]> {
  let left = mostElements
  async function elementsIn(from: number, to: number): Promise<readonly Element[]> {
    const elements: Element[] = []
    for (let offset = from; offset + 2 <= to; ) {
      left -= 1
      if (left < 0) throw new VideoRefusal('damaged', 'too many elements')
      const element = await readElement(source, offset, to)
      if (element === null) return elements
      if (element.end > source.size) throw new VideoRefusal('cut', `an element ends at ${element.end}, the file at ${source.size}`)
      elements.push(element)
      offset = element.end
    }
    return elements
  }
  async function isEncrypted(path: readonly number[], within: Element): Promise<boolean> {
    const [next, ...further] = path
    if (next === undefined) return true
    for (const element of await elementsIn(within.contentAt, within.end)) {
      if (element.id === next && (await isEncrypted(further, element))) return true
    }
    return false
  }

  const segment = (await elementsIn(0, source.size)).find(({ id }) => id === segmentId)
  if (segment === undefined) throw new VideoRefusal('cut', 'no segment')
  if (await isEncrypted([tracksId, trackEntryId, encodingsId, encodingId, encryptionId], segment)) throw new VideoRefusal('encrypted', 'a track is encrypted')
  return (await elementsIn(segment.contentAt, segment.end)).filter(({ id }) => descriptions.has(id)).map(blank)
}

/** null: the rest is of unknown length, as of a live recording; nothing can be stepped over there. */
async function readElement(source: VideoSource, offset: number, to: number): Promise<Element | null> {
  const head = await source.read(offset, Math.min(12, to - offset))
  const id = readNumber(head, 0, 4, true)
  const size = readNumber(head, id.length, 8, false)
  if (size.isUnknown) return id.value === segmentId ? { id: id.value, offset, contentAt: offset + id.length + size.length, end: to } : null
  const contentAt = offset + id.length + size.length
  return { id: id.value, offset, contentAt, end: contentAt + size.value }
}

function readNumber(bytes: Uint8Array, at: number, longest: number, keepsMarker: boolean): { readonly value: number; readonly length: number; readonly isUnknown: boolean } {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (length > longest || at + length > bytes.byteLength) throw new VideoRefusal('damaged', 'a number that is none')
  let value = keepsMarker ? first : first & (0xff >> length)
  let isUnknown = value === 0xff >> length
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next] ?? 0
    isUnknown &&= byte === 0xff
    value = value * 256 + byte
  }
  if (!isUnknown && !Number.isSafeInteger(value)) throw new VideoRefusal('damaged', 'a length that no file has')
  return { value, length, isUnknown: !keepsMarker && isUnknown }
}

/** Becomes a Void element of the same length: its id is one byte, its size written in eight. */
function blank({ offset, end }: Element): Blanking {
  const header = new Uint8Array(9)
  header[0] = 0xec
  new DataView(header.buffer).setBigUint64(1, BigInt(end - offset - 9) | (1n << 56n))
  return { offset, header: end - offset < 9 ? new Uint8Array(0) : header, end }
}
