/**
 * The ICC profile that a HEIC picture is to be read by: the first `colr` box with one among the properties of its items. null: it says none, and is in the screen's
 * own colours. Source: ISO/IEC 14496-12 (boxes, `colr`), ISO/IEC 23008-12 (`meta`, `iprp`, `ipco`).
 */
export function heifColourProfile(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const meta = find(view, { from: 0, to: bytes.byteLength }, 'meta')
  // A full box: version and flags stand before what is in it.
  const properties = meta && find(view, { ...meta, from: meta.from + 4 }, 'iprp')
  const container = properties && find(view, properties, 'ipco')
  if (!container) return null
  for (const { type, from, to } of boxes(view, container)) {
    if (type === 'colr' && to - from > 4 && /^(?:prof|rICC)$/.test(wordAt(view, from))) return bytes.subarray(from + 4, to)
  }
  return null
}

interface Span {
  readonly from: number
  readonly to: number
}

interface Box extends Span {
  readonly type: string
}

function find(view: DataView, span: Span, wanted: string): Span | null {
  for (const box of boxes(view, span)) if (box.type === wanted) return box
  return null
}

/** What lies side by side in a span; a box that is longer than what it lies in ends the list. `from` and `to` are of what is in it. */
function* boxes(view: DataView, { from, to }: Span): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const short = view.getUint32(at)
    const isLong = short === 1 && at + 16 <= to
    const head = isLong ? 16 : 8
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short
    if (size < head || at + size > to) return
    yield { type: wordAt(view, at + 4), from: at + head, to: at + size }
    at += size
  }
}

function wordAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
}
