import type { Orientation } from './read-orientation.ts'

/** A picture without its metadata. Its pixels are as they came, not encoded anew. */
export interface Cleaned {
  readonly bytes: Uint8Array
  /** What the removed EXIF said about how the picture is to be turned; it lies as it came until somebody does so. */
  readonly orientation: Orientation
}

/** Whether these bytes of a block are the beginning of it, in ASCII. */
export function beginsWith(bytes: Uint8Array, start: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[start + index] !== text.charCodeAt(index)) return false
  return true
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0))
  let place = 0
  for (const piece of pieces) {
    joined.set(piece, place)
    place += piece.byteLength
  }
  return joined
}
