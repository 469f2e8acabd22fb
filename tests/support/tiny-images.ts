import { crc32, deflateSync } from 'node:zlib'

/** Images of a few bytes. Of GIF and JPEG as much as tells type and size; nothing can be drawn from them. PNG and WebP are whole, of one colour. */

export function tinyGif(width: number, height: number, tail = 0): Uint8Array {
  return Uint8Array.from([...Buffer.from('GIF89a'), ...le16(width), ...le16(height), 0, 0, tail])
}

/** Black. Of a very large one the header alone. */
export function tinyPng(width: number, height: number): Uint8Array {
  const lines = width * height > 1_000_000 ? [] : [chunk('IDAT', deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))), chunk('IEND', [])]
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunk('IHDR', [...be32(width), ...be32(height), 1, 0, 0, 0, 0]), ...lines.flat()])
}

function chunk(name: string, content: Iterable<number>): number[] {
  const named = [...Buffer.from(name), ...content]
  return [...be32(named.length - 4), ...named, ...be32(crc32(Uint8Array.from(named)))]
}

/** Lossless: five codes of one symbol each, so that no pixel takes a bit. See the specification of WebP's lossless bitstream, 3 to 6. */
export function tinyWebp(width: number, height: number): Uint8Array {
  const bits = [...bitsOf(width - 1, 14), ...bitsOf(height - 1, 14), 0, 0, 0, 0, 0, 0, 0, ...Array.from({ length: 5 }, () => [1, 0, 0, 0]).flat()]
  const bytes = [0x2f, ...Array.from({ length: Math.ceil(bits.length / 8) }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8).toReversed().join(''), 2))]
  const padded = bytes.length % 2 === 0 ? bytes : [...bytes, 0]
  return Uint8Array.from([...Buffer.from('RIFF'), ...le32(12 + padded.length), ...Buffer.from('WEBPVP8L'), ...le32(bytes.length), ...padded])
}

const bitsOf = (value: number, count: number): number[] => Array.from({ length: count }, (_, index) => (value >> index) & 1)

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
const le32 = (value: number): number[] => be32(value).toReversed()
