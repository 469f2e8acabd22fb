import { deflateSync } from 'node:zlib'

/** Three bytes a pixel, row after row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const table = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

/** A PNG (https://www.w3.org/TR/png/) of 8 bits a colour without transparency. Each row says how it differs from the one above, which suits painted gradients. */
export function encodePng(picture: Picture): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(picture.width, 0)
  header.writeUInt32BE(picture.height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(filterRows(picture), { level: 5 })), chunk('IEND', Buffer.alloc(0))])
}

/** Filter "Up" for every row but the first; its first byte names the filter. */
function filterRows({ width, height, pixels }: Picture): Uint8Array {
  const stride = width * 3
  const rows = new Uint8Array((stride + 1) * height)
  for (let y = 0; y < height; y += 1) {
    const to = y * (stride + 1)
    const from = y * stride
    rows[to] = y === 0 ? 0 : 2
    if (y === 0) rows.set(pixels.subarray(0, stride), 1)
    else for (let x = 0; x < stride; x += 1) rows[to + 1 + x] = (pixels[from + x] ?? 0) - (pixels[from - stride + x] ?? 0)
  }
  return rows
}

function chunk(kind: string, content: Uint8Array): Buffer {
  const whole = Buffer.alloc(12 + content.length)
  whole.writeUInt32BE(content.length, 0)
  whole.write(kind, 4, 'latin1')
  whole.set(content, 8)
  whole.writeUInt32BE(checksum(whole.subarray(4, 8 + content.length)), 8 + content.length)
  return whole
}

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
