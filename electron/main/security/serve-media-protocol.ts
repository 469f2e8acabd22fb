import { open, readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { idSchema } from '../../../shared/contract/identifiers.ts'
import { imageTypes, isVideoType, type MediaSize } from '../../../shared/media/media-item.ts'
import { appOrigin } from './is-own-url.ts'

export const mediaScheme = 'vigie-media'

export interface MediaAddress {
  readonly workspaceId: string
  readonly mediaId: string
  readonly size: MediaSize
}

/** Reads `vigie-media://<workspaceId>/<mediaId>`, with `/small` behind it or nothing; null for anything else. */
export function parseMediaAddress(text: string): MediaAddress | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== `${mediaScheme}:` || url.username !== '' || url.search !== '' || url.port !== '') return null
  const workspaceId = idSchema.safeParse(url.hostname)
  const [, id, size, ...more] = url.pathname.split('/')
  const mediaId = idSchema.safeParse(id)
  if (!workspaceId.success || !mediaId.success || more.length > 0 || (size !== undefined && size !== 'small')) return null
  return { workspaceId: workspaceId.data, mediaId: mediaId.data, size: size ?? 'full' }
}

export interface MediaProtocolNeeds {
  /** Absolute; each workspace has its folder in it, with `media/` and `thumbnails/` inside. */
  readonly workspacesFolder: string
  /** Where the file lies, by the engine's own word; null when it is not of that workspace. */
  readonly locate: (address: MediaAddress) => Promise<{ readonly path: string; readonly mediaType: string } | null>
}

const headers = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  // Its own page may draw what it shows; nobody else may read it.
  'access-control-allow-origin': appOrigin
} as const

/**
 * Answers the page's pictures, and its videos in the parts that a player asks for. The engine says where a file lies; main checks all the same that it lies in that workspace's media folder, so
 * that no mistake elsewhere can show one client's file, or any other of the computer's, to another.
 */
export function serveMediaProtocol(needs: MediaProtocolNeeds): (request: Pick<Request, 'method' | 'url' | 'headers'>) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405)
    const address = parseMediaAddress(request.url)
    if (address === null) return refuse(404)
    const file = await needs.locate(address)
    if (file === null || !(imageTypes.some((type) => type === file.mediaType) || isVideoType(file.mediaType))) return refuse(404)
    try {
      const folders = (address.size === 'small' ? ['media', 'thumbnails'] : ['media']).map((name) => join(needs.workspacesFolder, address.workspaceId, name))
      const path = await realpath(file.path)
      if (!(await Promise.all(folders.map(async (folder) => isInside(folder, path)))).includes(true)) return refuse(404)
      if (isVideoType(file.mediaType)) return await answerVideo(path, file.mediaType, request.headers.get('range'))
      const bytes = new Uint8Array(await readFile(path))
      // A media file never changes under its id, so the page may keep it.
      return new Response(bytes, { headers: { ...headers, 'content-type': file.mediaType, 'cache-control': 'private, max-age=31536000, immutable' } })
    } catch {
      return refuse(404) // The file is gone; the page shows its own picture for that.
    }
  }
}

async function isInside(folder: string, path: string): Promise<boolean> {
  return realpath(folder).then(
    (real) => path.startsWith(real + sep),
    () => false
  )
}

/** A player asks for the rest of the file and gets the next piece of it; it asks again for what comes after. So no video is ever whole in memory. */
const mostBytes = 4 * 1024 * 1024

async function answerVideo(path: string, mediaType: string, range: string | null): Promise<Response> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const asked = readRange(range, size)
    if (asked === null) return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
    const bytes = new Uint8Array(Math.min(asked.end - asked.start, mostBytes))
    const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, asked.start)
    if (bytesRead !== bytes.byteLength) return refuse(404)
    const end = asked.start + bytesRead
    return new Response(bytes, {
      // Also where no range was asked for: the whole may be gigabytes, and the only one who asks is a player, which understands.
      status: asked.start === 0 && end === size ? 200 : 206,
      headers: {
        ...headers, 'content-type': mediaType, 'accept-ranges': 'bytes', 'content-length': String(bytesRead),
        ...(asked.start === 0 && end === size ? {} : { 'content-range': `bytes ${asked.start}-${end - 1}/${size}` })
      }
    })
  } finally {
    await file.close()
  }
}

/** One range of bytes as RFC 9110 14.1.2 writes it, `end` beyond the last; null where it cannot be satisfied. */
export function readRange(range: string | null, size: number): { readonly start: number; readonly end: number } | null {
  if (range === null) return size === 0 ? null : { start: 0, end: size }
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range.trim()) ?? []
  if (first === '') return last === '' || Number(last) === 0 || size === 0 ? null : { start: Math.max(0, size - Number(last)), end: size }
  const end = last === '' ? size : Math.min(size, Number(last) + 1)
  return Number(first) < end ? { start: Number(first), end } : null
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers })
}
