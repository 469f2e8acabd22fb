import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serveAppProtocol } from '../../../electron/main/security/serve-app-protocol.ts'
import type { EngineOnlyRequests } from '../../../shared/contract/engine-link.ts'
import type { MediaSize } from '../../../shared/media/media-item.ts'

type Located = EngineOnlyRequests['media.locate']['output']

export interface ServedPage {
  /** `http://127.0.0.1:40123` */
  readonly origin: string
  close(): Promise<void>
}

const rendererFolder = fileURLToPath(new URL('../../../out/renderer', import.meta.url))

/** The built page on loopback, answered by main's own handler with its real headers; `/media/WORKSPACE/ID[/small]` stands for `vigie-media:`. */
export async function servePage(locateMedia: (workspaceId: string, mediaId: string, size: MediaSize) => Promise<Located>): Promise<ServedPage> {
  const answerApp = serveAppProtocol(rendererFolder)

  async function answer(method: string, path: string): Promise<{ status: number; headers: Record<string, string>; body: Uint8Array }> {
    const [, media, workspaceId = '', mediaId = '', size = ''] = path.split('/')
    if (media === 'media') {
      const located = await locateMedia(workspaceId, mediaId, size === 'small' ? 'small' : 'full')
      // A picture may be on its way while its client is removed, or the test ends.
      const body = located === null ? null : await readFile(located.path).catch(() => null)
      return located === null || body === null ? { status: 404, headers: {}, body: new Uint8Array() } : { status: 200, headers: { 'content-type': located.mediaType }, body }
    }
    const { statusCode, headers, data } = answerApp({ method, url: `app://studio${path}` })
    return { status: statusCode, headers, body: data }
  }

  const server = createServer((request, response) => {
    void answer(request.method ?? 'GET', request.url ?? '/').then(({ status, headers, body }) => {
      response.writeHead(status, headers)
      response.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
  }
}
