import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

export interface RawServer {
  readonly port: number
  readonly url: string
  /** Everything that arrived on each connection so far, in order of the connections. */
  readonly received: string[]
  stop(): Promise<void>
}

/** A server on loopback that answers with whatever bytes a test wants; `handle` is called for each chunk with all that came in so far. */
export async function startRawServer(handle: (socket: Socket, soFar: string) => void, onConnect?: (socket: Socket) => void): Promise<RawServer> {
  const received: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const index = received.push('') - 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    onConnect?.(socket)
    socket.on('data', (chunk) => {
      received[index] += chunk.toString('latin1')
      handle(socket, received[index]!)
    })
  })
  const { port } = await listen(server)
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    received,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

async function listen(server: Server): Promise<AddressInfo> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server.address() as AddressInfo
}

/** A whole HTTP answer as text. */
export function httpAnswer(status: number, headers: Readonly<Record<string, string>> = {}, body = ''): string {
  const all = { 'content-length': String(Buffer.byteLength(body)), ...headers }
  return `HTTP/1.1 ${status} X\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}
