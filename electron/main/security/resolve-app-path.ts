import { extname, join, sep } from 'node:path'
import { isOwnUrl } from './is-own-url.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm'
}

export interface AppFile {
  readonly path: string
  readonly mediaType: string
}

/**
 * Which file of the page's folder an address means; null for everything that is not plainly inside. Links inside the folder are for the
 * caller to check, which has the disk (`serve-app-protocol.ts`).
 */
export function resolveAppPath(rendererFolder: string, url: string): AppFile | null {
  if (!isOwnUrl(url)) return null
  const segments = decodeSegments(new URL(url).pathname)
  if (segments === null) return null
  const path = join(rendererFolder, ...segments)
  if (!path.startsWith(rendererFolder + sep)) return null
  const mediaType = mediaTypes[extname(path).toLowerCase()]
  return mediaType === undefined ? null : { path, mediaType }
}

function decodeSegments(pathname: string): readonly string[] | null {
  const decoded = decode(pathname === '/' ? '/index.html' : pathname)
  if (decoded === null || /[\u0000-\u001f\\:]/.test(decoded)) return null
  const segments = decoded.slice(1).split('/')
  return segments.some((segment) => segment === '' || segment === '.' || segment === '..') ? null : segments
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null // A broken percent sign: the address is simply not one of ours.
  }
}
