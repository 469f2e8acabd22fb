/** How many bytes of a file's beginning tell what it is. */
export const sniffedBytes = 32

/**
 * What a file is by its first bytes; its name proves nothing. `picture` and `video`: of a kind that Vigie may take, to be read further; null: nothing of the kind.
 * Formats: ISO/IEC 14496-12 (MP4, QuickTime), RFC 8794 (WebM), and the picture formats' own beginnings.
 */
export function sniffMedia(bytes: Uint8Array): 'picture' | 'video' | null {
  const isPicture = pictureBeginnings.some((beginning) => startsWith(bytes, beginning)) || (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP')
  if (isPicture) return 'picture'
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return 'video'
  const box = ascii(bytes, 4, 8)
  // HEIC and AVIF are packed like a video and are pictures, of a kind that is not taken.
  if (box === 'ftyp') return /^(?:mif1|msf1|heic|heix|heim|heis|hevc|hevx|avif|avis|jxl )$/.test(ascii(bytes, 8, 12)) ? null : 'video'
  return /^(?:moov|mdat|wide|free|skip|pnot)$/.test(box) ? 'video' : null
}

export type RefusedPicture = 'heic' | 'avif' | 'tiff'

/** Pictures that people have and Vigie does not read: what of them is told is what to do about it. */
export function sniffRefused(bytes: Uint8Array): RefusedPicture | null {
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a])) return 'tiff'
  if (ascii(bytes, 4, 8) !== 'ftyp') return null
  const brand = ascii(bytes, 8, 12)
  if (/^avi[fs]$/.test(brand)) return 'avif'
  return /^(?:mif1|msf1|heic|heix|heim|heis|hevc|hevx)$/.test(brand) ? 'heic' : null
}

const pictureBeginnings = [[0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [0x47, 0x49, 0x46, 0x38]] as const

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte)
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
