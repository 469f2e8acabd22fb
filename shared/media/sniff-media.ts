/** How many bytes of a file's beginning tell what it is. */
export const sniffedBytes = 32

/**
 * What a file is by its first bytes; its name proves nothing. `picture` and `video`: of a kind that Vigie may take, to be read further; null: nothing of the kind.
 * Formats: ISO/IEC 14496-12 (MP4, QuickTime), RFC 8794 (WebM), and the picture formats' own beginnings.
 */
export function sniffMedia(bytes: Uint8Array): 'picture' | 'video' | null {
  const isKept = pictureBeginnings.some((beginning) => startsWith(bytes, beginning)) || (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP')
  if (isKept || sniffForeign(bytes) !== null) return 'picture'
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return 'video'
  const box = ascii(bytes, 4, 8)
  // JPEG XL is packed like a video and is a picture, of a kind that is not taken.
  if (box === 'ftyp') return ascii(bytes, 8, 12) === 'jxl ' ? null : 'video'
  return /^(?:moov|mdat|wide|free|skip|pnot)$/.test(box) ? 'video' : null
}

export type ForeignPicture = 'heic' | 'avif' | 'tiff'

/** Pictures that people have and no network takes: they are kept as JPEG, or as PNG where something shines through. Brands: ISO/IEC 23008-12 (HEIF), AVIF 1.1, TIFF 6.0. */
export function sniffForeign(bytes: Uint8Array): ForeignPicture | null {
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a])) return 'tiff'
  if (ascii(bytes, 4, 8) !== 'ftyp') return null
  const brand = ascii(bytes, 8, 12)
  if (/^avi[fs]$/.test(brand)) return 'avif'
  if (/^(?:heic|heix|heim|heis|hevc|hevx)$/.test(brand)) return 'heic'
  // Of the two, told by what else it says that it is.
  if (/^m[is]f1$/.test(brand)) return /avi[fs]/.test(ascii(bytes, 16, sniffedBytes)) ? 'avif' : 'heic'
  return null
}

const pictureBeginnings = [[0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [0x47, 0x49, 0x46, 0x38]] as const

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte)
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
