import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

export const bodyTooLargeCode = 'VIGIE_BODY_TOO_LARGE'
export const bodyUnreadableCode = 'VIGIE_BODY_UNREADABLE'
/** What `readBody` understands; goes into `accept-encoding`. */
export const acceptedEncodings = 'gzip, deflate, br'

/** The whole answer, unpacked. Rejects when it is larger than `maxBytes` (before or after unpacking) or cut short. */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(response.headers['content-length'] ?? '0')
  if (announced > maxBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let length = 0
  const stream = unpacked(response)
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue
      length += chunk.byteLength
      if (length > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
  } finally {
    // Also when it was read to the end and the unpacking stopped early: an answer left unread would hold its connection.
    if (!response.complete) response.destroy()
  }
  return Buffer.concat(chunks, length)
}

function unpacked(response: IncomingMessage): Readable {
  const unpack = unpackerFor(response.headers['content-encoding']?.trim().toLowerCase())
  if (unpack === 'unknown') throw Object.assign(new Error('the answer is packed in an unknown way'), { code: bodyUnreadableCode })
  if (unpack === null || response.statusCode === 204 || response.statusCode === 304) return response
  // Errors of either stream reach whoever reads the last one.
  return pipeline(response, unpack, () => undefined)
}

function unpackerFor(encoding: string | undefined): ReturnType<typeof createGunzip> | ReturnType<typeof createBrotliDecompress> | null | 'unknown' {
  switch (encoding) {
    case undefined:
    case '':
    case 'identity':
      return null
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      return 'unknown'
  }
}

function tooLarge(): Error {
  return Object.assign(new Error('the answer is larger than allowed'), { code: bodyTooLargeCode })
}
