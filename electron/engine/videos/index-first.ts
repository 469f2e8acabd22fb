import type { FileHandle } from 'node:fs/promises'
import type { VideoSource } from './video-source.ts'

/** Longest index that is moved, in bytes: a day of pictures and sound takes less. */
const longestIndex = 128 * 1024 * 1024
/** Boxes of a file in pieces, or with places in it that are not written in its index: none of them is touched. */
const untouchable: ReadonlySet<string> = new Set(['moof', 'mfra', 'sidx', 'ssix', 'saio', 'iloc', 'tfra'])
const onTheWay: ReadonlySet<string> = new Set(['trak', 'mdia', 'minf', 'stbl'])
const step = 4 * 1024 * 1024

interface Box {
  readonly type: string
  readonly offset: number
  readonly contentAt: number
  readonly end: number
}

/**
 * Puts the index of an MP4 or QuickTime film (`moov`) before its pictures and sound, as for the web: cameras write it last, and Instagram wants it first. Nothing of the film itself changes, nor
 * how long the file is. Where anything about the file is unusual it stays as it is.
 */
export async function putIndexFirst(file: FileHandle, source: VideoSource, onProgress: (percent: number) => void): Promise<void> {
  const plan = await planFor(source)
  if (plan === null) return
  const { at, from, index } = plan
  // From its end on: what is still to be moved is never written over.
  for (let end = from; end > at; ) {
    const begin = Math.max(at, end - step)
    await writeAt(file, await source.read(begin, end - begin), begin + index.byteLength)
    end = begin
    onProgress(Math.floor((100 * (from - end)) / (from - at)))
  }
  await writeAt(file, index, at)
}

interface Plan {
  /** Where the index will begin. */
  readonly at: number
  /** Where it begins now: what lies between moves behind it. */
  readonly from: number
  /** As it will be written. */
  readonly index: Uint8Array
}

async function planFor(source: VideoSource): Promise<Plan | null> {
  const top = await topBoxes(source)
  const movie = top === null ? null : lateIndexOf(top)
  if (top === null || movie === null) return null
  const at = top[0]?.type === 'ftyp' ? top[0].end : 0
  const media = top.filter(({ type }) => type === 'mdat')
  const index = await source.read(movie.offset, movie.end - movie.offset)
  const view = new DataView(index.buffer)
  // A box that lasts to the end of its file does so no longer.
  if (view.getUint32(0) === 0) view.setUint32(0, index.byteLength)
  const moved = (offset: number): number | null => {
    if (!media.some(({ contentAt, end }) => offset >= contentAt && offset < end)) return null
    return offset < movie.offset ? offset + index.byteLength : offset
  }
  return rewritePlaces(view, { from: movie.contentAt - movie.offset, to: index.byteLength }, moved) ? { at, from: movie.offset, index } : null
}

/** The one index of a film, where it stands behind what it tells of. */
function lateIndexOf(top: readonly Box[]): Box | null {
  const [movie, ...others] = top.filter(({ type }) => type === 'moov')
  if (movie === undefined || others.length > 0 || top.some(({ type }) => untouchable.has(type))) return null
  const isLate = top.some(({ type, offset }) => type === 'mdat' && offset < movie.offset)
  return isLate && movie.end - movie.offset <= longestIndex ? movie : null
}

/** Whether every place in the index could be written anew. */
function rewritePlaces(view: DataView, { from, to }: { readonly from: number; readonly to: number }, moved: (offset: number) => number | null): boolean {
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at)
    const type = nameAt(view, at + 4)
    if (size < 8 || at + size > to || untouchable.has(type)) return false
    const content = { from: at + 8, to: at + size }
    if (onTheWay.has(type) && !rewritePlaces(view, content, moved)) return false
    if ((type === 'stco' || type === 'co64') && !rewriteTable(view, content, type === 'stco' ? 4 : 8, moved)) return false
    at += size
  }
  return true
}

function rewriteTable(view: DataView, { from, to }: { readonly from: number; readonly to: number }, width: 4 | 8, moved: (offset: number) => number | null): boolean {
  if (to - from < 8 || (to - from - 8) / width < view.getUint32(from + 4)) return false
  const end = from + 8 + view.getUint32(from + 4) * width
  for (let at = from + 8; at < end; at += width) {
    const place = moved(width === 4 ? view.getUint32(at) : Number(view.getBigUint64(at)))
    if (place === null || (width === 4 && place > 0xffff_ffff)) return false
    if (width === 4) view.setUint32(at, place)
    else view.setBigUint64(at, BigInt(place))
  }
  return true
}

/** null: they do not lie one behind the other to the end of the file, or there are very many. */
async function topBoxes(source: VideoSource): Promise<readonly Box[] | null> {
  const boxes: Box[] = []
  for (let offset = 0; offset < source.size; ) {
    const box = boxes.length < 1_000 && offset + 8 <= source.size ? await boxAt(source, offset) : null
    if (box === null || box.end > source.size) return null
    boxes.push(box)
    offset = box.end
  }
  return boxes
}

async function boxAt(source: VideoSource, offset: number): Promise<Box | null> {
  const head = new DataView((await source.read(offset, Math.min(16, source.size - offset))).buffer)
  const [short, type] = [head.getUint32(0), nameAt(head, 4)]
  if (short === 1 && head.byteLength < 16) return null
  const contentAt = offset + (short === 1 ? 16 : 8)
  const end = short === 0 ? source.size : offset + (short === 1 ? Number(head.getBigUint64(8)) : short)
  return end < contentAt || !Number.isSafeInteger(end) ? null : { type, offset, contentAt, end }
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)))
}

async function writeAt(file: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) done += (await file.write(bytes, done, bytes.byteLength - done, offset + done)).bytesWritten
}
