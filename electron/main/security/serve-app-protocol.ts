import { readFile, realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { resolveAppPath } from './resolve-app-path.ts'

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()'
} as const

/** Answers `app://studio/…` with files of the page's folder and with nothing else. `rendererFolder` is absolute, without a slash at its end. */
export function serveAppProtocol(rendererFolder: string): (request: Pick<Request, 'method' | 'url'>) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405)
    const file = resolveAppPath(rendererFolder, request.url)
    if (file === null) return refuse(404)
    try {
      // A link that leads out of the folder is not part of the application.
      const [realFolder, realFile] = await Promise.all([realpath(rendererFolder), realpath(file.path)])
      if (!realFile.startsWith(realFolder + sep)) return refuse(404)
      return new Response(new Uint8Array(await readFile(realFile)), { headers: { ...headers, 'content-type': file.mediaType } })
    } catch {
      return refuse(404) // Not there, or a folder: the page learns no more than that.
    }
  }
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers })
}
