import { readFileSync, realpathSync } from 'node:fs'
import { sep } from 'node:path'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { resolveAppPath } from './resolve-app-path.ts'

// No cross-origin-opener-policy: the page can open no window that it could guard against, and Chromium starts a second process to enter such a
// page, on which every start would wait.
const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()'
} as const

/** An answer as `protocol.registerBufferProtocol` takes it. */
export interface AppAnswer {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly data: Buffer
}

/**
 * Answers `app://studio/…` with files of the page's folder and with nothing else. `rendererFolder` is absolute, without a slash at its end.
 * The files are few, small and local, and read at once: at a start main is busy, and an answer that waits for its turn holds up the page.
 */
export function serveAppProtocol(rendererFolder: string): (request: { readonly method: string; readonly url: string }) => AppAnswer {
  return (request) => {
    if (request.method !== 'GET') return refuse(405)
    const file = resolveAppPath(rendererFolder, request.url)
    if (file === null) return refuse(404)
    try {
      // A link that leads out of the folder is not part of the application.
      const path = realpathSync(file.path)
      if (!path.startsWith(realpathSync(rendererFolder) + sep)) return refuse(404)
      return { statusCode: 200, headers: { ...headers, 'content-type': file.mediaType }, data: readFileSync(path) }
    } catch {
      return refuse(404) // Not there, or a folder: the page learns no more than that.
    }
  }
}

function refuse(statusCode: 404 | 405): AppAnswer {
  return { statusCode, headers, data: Buffer.alloc(0) }
}
