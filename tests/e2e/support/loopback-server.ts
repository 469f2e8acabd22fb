import { createServer } from 'node:http'

export interface LoopbackServer {
  readonly origin: string
  /** Method and path of every request that arrived, and `connection` for each connection made at all. */
  readonly visits: readonly string[]
  close(): void
}

/** A server that nothing may reach, to see that nothing does. `/redirect` answers 302 to `/landed`. */
export async function startLoopbackServer(): Promise<LoopbackServer> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(`${request.method} ${request.url}`)
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/html' }
    if (request.url === '/redirect') response.writeHead(302, { ...headers, location: '/landed' }).end()
    else response.writeHead(200, headers).end('<title>Reached</title>')
  })
  server.on('connection', () => visits.push('connection'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    visits,
    close: () => {
      server.closeAllConnections()
      server.close()
    }
  }
}
