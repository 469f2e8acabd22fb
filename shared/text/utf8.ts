const encoder = new TextEncoder()
/** All accounts of a post ask for the length of the same text, one after the other. */
let last = { text: '', bytes: 0 }

/** Length in bytes when written as UTF-8; a lone surrogate counts as its replacement character (3). */
export function countUtf8Bytes(text: string): number {
  if (text !== last.text) last = { text, bytes: encoder.encode(text).byteLength }
  return last.bytes
}

/** Turns positions in UTF-16 code units, ascending, into positions in UTF-8 bytes, in one pass over the text. */
export function toUtf8Offsets(text: string, positions: readonly number[]): readonly number[] {
  let bytes = 0
  let from = 0
  return positions.map((position) => {
    bytes += countUtf8Bytes(text.slice(from, position))
    from = position
    return bytes
  })
}
