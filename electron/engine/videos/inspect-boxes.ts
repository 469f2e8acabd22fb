import { VideoRefusal, type VideoSource } from './video-source.ts'

/** A piece of the file that is overwritten: `header` at `offset`, zeros from there to `end`. The file keeps its length, so nothing in it moves. */
export interface Blanking {
  readonly offset: number
  readonly header: Uint8Array
  readonly end: number
}

interface Box {
  readonly type: string
  readonly offset: number
  readonly contentAt: number
  readonly end: number
}

/** A moov with more boxes than this is made to keep somebody busy. */
const mostBoxes = 20_000
const free = Uint8Array.from([0x66, 0x72, 0x65, 0x65])
/** What is written about a video and not of it: titles, places, the phone it was made with. ISO/IEC 14496-12 8.10, QuickTime's udta. */
const descriptions: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid'])
/** Handlers of tracks that are seen, heard or read; of any other (positions, sensors) nothing is shown to anybody. */
const shownHandlers: ReadonlySet<string> = new Set(['vide', 'soun', 'text', 'sbtl', 'subt', 'clcp', 'tmcd', 'alis', 'url '])

/**
 * MP4 and QuickTime: says by throwing what makes the file unusable (its end missing, its content encrypted), else what is to be blanked so that nothing tells where and by
 * whom it was made. Of tracks that hold positions the samples are blanked too.
 */
export async function inspectBoxes(source: VideoSource): Promise<readonly Blanking[]> {
  let left = mostBoxes
  async function boxesIn(from: number, to: number, isTop = false): Promise<readonly Box[]> {
    const boxes: Box[] = []
    for (let offset = from; offset + 8 <= to; ) {
      left -= 1
      if (left < 0) throw new VideoRefusal('damaged', 'too many boxes')
      const box = await readBox(source, offset, to)
      if (isTop && box.end > source.size) throw new VideoRefusal('cut', `${box.type} ends at ${box.end}, the file at ${source.size}`)
      if (box.end > to) throw new VideoRefusal('damaged', `${box.type} is larger than what holds it`)
      boxes.push(box)
      offset = box.end
    }
    return boxes
  }
  async function find(box: Box, ...path: readonly string[]): Promise<Box | undefined> {
    const [next, ...further] = path
    if (next === undefined) return box
    const child = (await boxesIn(box.contentAt, box.end)).find(({ type }) => type === next)
    return child === undefined ? undefined : find(child, ...further)
  }
  async function inspectTrack(track: Box): Promise<readonly Blanking[]> {
    const description = await find(track, 'mdia', 'minf', 'stbl', 'stsd')
    const entry = description === undefined ? '' : ascii(await source.read(description.contentAt + 12, 4))
    if (entry === 'encv' || entry === 'enca') throw new VideoRefusal('encrypted', `a track of kind ${entry}`)
    const handler = await find(track, 'mdia', 'hdlr')
    const kind = handler === undefined ? '' : ascii(await source.read(handler.contentAt + 8, 4))
    if (shownHandlers.has(kind)) return (await boxesIn(track.contentAt, track.end)).filter(({ type }) => descriptions.has(type)).map(blank)
    const table = await find(track, 'mdia', 'minf', 'stbl')
    return [...(table === undefined ? [] : await samplesOf(source, await boxesIn(table.contentAt, table.end))), blank(track)]
  }

  const top = await boxesIn(0, source.size, true)
  const movie = top.find(({ type }) => type === 'moov')
  if (movie === undefined) throw new VideoRefusal('cut', 'no moov: the list of its pictures is missing')
  const inMovie = await boxesIn(movie.contentAt, movie.end)
  const blankings = [...top, ...inMovie].filter(({ type }) => descriptions.has(type)).map(blank)
  for (const track of inMovie.filter(({ type }) => type === 'trak')) blankings.push(...(await inspectTrack(track)))
  return blankings
}

async function readBox(source: VideoSource, offset: number, to: number): Promise<Box> {
  const head = view(await source.read(offset, 8))
  const type = String.fromCharCode(...[4, 5, 6, 7].map((at) => head.getUint8(at)))
  const short = head.getUint32(0)
  if (short === 0) return { type, offset, contentAt: offset + 8, end: to }
  if (short !== 1) return checked({ type, offset, contentAt: offset + 8, end: offset + short })
  return checked({ type, offset, contentAt: offset + 16, end: offset + Number(view(await source.read(offset + 8, 8)).getBigUint64(0)) })
}

function checked(box: Box): Box {
  if (box.end < box.contentAt || !Number.isSafeInteger(box.end)) throw new VideoRefusal('damaged', `${box.type} says that it ends before it begins`)
  return box
}

function blank({ offset, contentAt, end }: Box): Blanking {
  // The size stays; only the type is replaced, and after the header everything is zero.
  return { offset: offset + 4, header: contentAt - offset === 8 ? free : new Uint8Array(0), end }
}

/** Longest table that is read whole. */
const longestTable = 32 * 1024 * 1024

/** Where a track's samples lie, chunk by chunk: stsc, stsz and stco or co64. */
async function samplesOf(source: VideoSource, table: readonly Box[]): Promise<readonly Blanking[]> {
  const content = async (name: string): Promise<DataView | null> => {
    const box = table.find(({ type }) => type === name)
    return box === undefined || box.end - box.contentAt > longestTable ? null : view(await source.read(box.contentAt, box.end - box.contentAt))
  }
  const [sizes, chunks] = [await content('stsz'), await content('stsc')]
  const offsets = offsetsIn(await content('stco'), await content('co64'))
  if (sizes === null || chunks === null) return []
  const [same, count] = [sizes.getUint32(4), sizes.getUint32(8)]
  const blankings: Blanking[] = []
  let sample = 0
  for (const [chunk, offset] of offsets.entries()) {
    const last = Math.min(count, sample + samplesInChunk(chunks, chunk))
    let end = offset + (same === 0 ? 0 : same * (last - sample))
    for (; same === 0 && sample < last; sample += 1) end += sizes.getUint32(12 + 4 * sample)
    sample = last
    if (end > source.size) throw new VideoRefusal('cut', 'samples behind the end')
    blankings.push({ offset, header: new Uint8Array(0), end })
  }
  return blankings
}

function offsetsIn(short: DataView | null, long: DataView | null): readonly number[] {
  const table = short ?? long
  if (table === null) return []
  const width = short === null ? 8 : 4
  const count = Math.min(table.getUint32(4), Math.floor((table.byteLength - 8) / width))
  return Array.from({ length: count }, (_, index) => (short === null ? Number(table.getBigUint64(8 + 8 * index)) : table.getUint32(8 + 4 * index)))
}

/** A group of chunks with as many samples each begins with its first chunk, counted from 1. */
function samplesInChunk(groups: DataView, chunk: number): number {
  let samples = 0
  for (let at = 8; at + 12 <= groups.byteLength && groups.getUint32(at) <= chunk + 1; at += 12) samples = groups.getUint32(at + 4)
  return samples
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
