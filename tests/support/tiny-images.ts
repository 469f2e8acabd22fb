/** Images of a few bytes: as much of each format as tells type and size. Nothing can be drawn from them. */

export function tinyGif(width: number, height: number, tail = 0): Uint8Array {
  return Uint8Array.from([...Buffer.from('GIF89a'), ...le16(width), ...le16(height), 0, 0, tail])
}

export function tinyPng(width: number, height: number): Uint8Array {
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...be32(13), ...Buffer.from('IHDR'), ...be32(width), ...be32(height), 8, 6, 0, 0, 0, ...be32(0)])
}

export function tinyWebp(width: number, height: number): Uint8Array {
  const canvas = [...le24(width - 1), ...le24(height - 1)]
  return Uint8Array.from([...Buffer.from('RIFF'), ...le32(22), ...Buffer.from('WEBPVP8X'), ...le32(10), 0, 0, 0, 0, ...canvas])
}

/** With an EXIF block that says how the photo is to be turned (1 to 8), when `orientation` is given. */
export function tinyJpeg(width: number, height: number, orientation?: number): Uint8Array {
  const frame = [0xff, 0xc0, ...be16(11), 8, ...be16(height), ...be16(width), 1, 1, 0x11, 0]
  const first = orientation === undefined ? segment(0xe0, [...Buffer.from('JFIF'), 0, 1, 1, 0, ...be16(1), ...be16(1), 0, 0]) : segment(0xe1, exif(orientation))
  return Uint8Array.from([0xff, 0xd8, ...first, ...frame, 0xff, 0xd9])
}

function exif(orientation: number): number[] {
  const entry = [...be16(0x0112), ...be16(3), ...be32(1), ...be16(orientation), ...be16(0)]
  return [...Buffer.from('Exif'), 0, 0, ...Buffer.from('MM'), ...be16(42), ...be32(8), ...be16(1), ...entry, ...be32(0)]
}

function segment(marker: number, content: readonly number[]): number[] {
  return [0xff, marker, ...be16(content.length + 2), ...content]
}

const be16 = (value: number): number[] => [(value >> 8) & 255, value & 255]
const be32 = (value: number): number[] => [(value >>> 24) & 255, (value >> 16) & 255, ...be16(value)]
const le16 = (value: number): number[] => be16(value).toReversed()
const le24 = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255]
const le32 = (value: number): number[] => be32(value).toReversed()
