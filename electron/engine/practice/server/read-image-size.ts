/** Width and height of a PNG, JPEG, GIF or WebP from its first bytes; null when it is none of them. */
export function readImageSize(bytes: Uint8Array): { mediaType: string; width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) && bytes.length >= 24) {
    return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
  }
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) && bytes.length >= 10) {
    return { mediaType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
  }
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])) return webpSize(bytes, view)
  if (startsWith(bytes, [0xff, 0xd8])) return jpegSize(view)
  return null
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** The frame header (SOF) says it; the segments before are skipped. */
function jpegSize(view: DataView): { mediaType: string; width: number; height: number } | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { mediaType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** Three kinds of WebP, https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: Uint8Array, view: DataView): { mediaType: string; width: number; height: number } | null {
  if (bytes.length < 30) return null
  const kind = String.fromCharCode(...bytes.subarray(12, 16))
  const mediaType = 'image/webp'
  if (kind === 'VP8X') return { mediaType, width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) }
  if (kind === 'VP8 ') return { mediaType, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L') return null
  const bits = view.getUint32(21, true)
  return { mediaType, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}
