import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface FeedServer {
  readonly origin: string
  /** Path and conditional headers of every request so far. */
  readonly requests: { readonly path: string; readonly etag: string | undefined; readonly since: string | undefined; readonly accept: string | undefined }[]
  /** Fetches that were open at the same time, at most. */
  mostAtOnce(): number
  at(path: string, answer: Answer): string
  /** An answer that is always the same. */
  serve(path: string, body: string | Uint8Array, headers?: Record<string, string>): string
  close(): Promise<void>
}

/** A web server on loopback that behaves as the test says, well or badly. */
export async function startFeedServer(): Promise<FeedServer> {
  const answers = new Map<string, Answer>()
  const requests: FeedServer['requests'] = []
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    open += 1
    most = Math.max(most, open)
    response.on('close', () => {
      open -= 1
    })
    requests.push({ path, etag: request.headers['if-none-match'], since: request.headers['if-modified-since'], accept: request.headers.accept })
    const answer = answers.get(path)
    if (answer === undefined) response.writeHead(404).end('nothing here')
    else answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(close)
  const at = (path: string, answer: Answer): string => {
    answers.set(path, answer)
    return origin + path
  }
  return {
    origin,
    requests,
    mostAtOnce: () => most,
    at,
    serve: (path, body, headers = {}) => at(path, (_, response) => void response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body)),
    close
  }
}

export interface RssItem {
  readonly title: string
  readonly link?: string
  readonly guid?: string
  readonly date?: string
  readonly text?: string
}

export function rss(items: readonly RssItem[], title = 'Le journal'): string {
  const entries = items.map(
    (item) =>
      `<item><title>${item.title}</title>${item.link === undefined ? '' : `<link>${item.link}</link>`}${item.guid === undefined ? '' : `<guid isPermaLink="false">${item.guid}</guid>`}` +
      `${item.date === undefined ? '' : `<pubDate>${item.date}</pubDate>`}<description>${item.text ?? ''}</description></item>`
  )
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${title}</title><link>https://journal.example/</link>${entries.join('')}</channel></rss>`
}
