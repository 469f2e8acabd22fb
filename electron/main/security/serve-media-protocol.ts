import { readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { idSchema } from '../../../shared/contract/identifiers.ts'
import { imageTypes, type MediaSize } from '../../../shared/media/media-item.ts'

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
  'referrer-policy': 'no-referrer'
} as const

/**
 * Answers the page's pictures. The engine says where a file lies; main checks all the same that it lies in that workspace's media folder, so
 * that no mistake elsewhere can show one client's file, or any other of the computer's, to another.
 */
export function serveMediaProtocol(needs: MediaProtocolNeeds): (request: Pick<Request, 'method' | 'url'>) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405)
    const address = parseMediaAddress(request.url)
    if (address === null) return refuse(404)
    const file = await needs.locate(address)
    if (file === null || !imageTypes.some((type) => type === file.mediaType)) return refuse(404)
    try {
      const folders = (address.size === 'small' ? ['media', 'thumbnails'] : ['media']).map((name) => join(needs.workspacesFolder, address.workspaceId, name))
      const path = await realpath(file.path)
      if (!(await Promise.all(folders.map(async (folder) => isInside(folder, path)))).includes(true)) return refuse(404)
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

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers })
}
