import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { startRawServer } from './raw-server.ts'

export interface TestProxy {
  readonly port: number
  /** What it was told before the server was: the whole head, or the name and password of SOCKS. */
  readonly heard: string[]
  stop(): unknown
}

/** A proxy of HTTP that lets tunnels and plain calls through to this computer for those who sign in as `allowed` says (`name:password`). */
export async function startLoginProxy(allowed: () => string, offers = 'Basic realm="office"'): Promise<TestProxy> {
  const heard: string[] = []
  const server = await startRawServer((socket, soFar) => {
    if (!soFar.includes('\r\n\r\n')) return
    heard.push(soFar)
    socket.removeAllListeners('data')
    const given = /\r\nproxy-authorization: Basic (\S+)\r\n/i.exec(soFar)?.[1] ?? ''
    if (Buffer.from(given, 'base64').toString() !== allowed()) {
      socket.end(`HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${offers}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
      return
    }
    const [, tunnel, plain] = /^(?:CONNECT [^:]+:(\d+)|[A-Z]+ http:\/\/[^/:]+:(\d+))/.exec(soFar) ?? []
    join(socket, Number(tunnel ?? plain), () => (tunnel === undefined ? null : 'HTTP/1.1 200 Connection established\r\n\r\n'), tunnel === undefined ? soFar : '')
  })
  return { port: server.port, heard, stop: () => server.stop() }
}

function join(socket: Socket, port: number, greeting: () => string | Uint8Array | null, first = ''): void {
  const there = connect(port, '127.0.0.1', () => {
    const words = greeting()
    if (words !== null) socket.write(words)
    if (first !== '') there.write(first)
    socket.pipe(there).pipe(socket)
  })
  there.on('error', () => socket.destroy())
  socket.on('error', () => there.destroy())
  socket.on('close', () => there.destroy())
}

/** A proxy of SOCKS 5 that asks for a name and a password (RFC 1929), or knows another way alone. */
export function startLoginSocks(allowed: string, way: number = 2): Promise<TestProxy> {
  return startSocket((socket, chunk, step, heard) => {
    if (step === 1) socket.write(Uint8Array.of(5, chunk.subarray(2).includes(way) ? way : 255))
    else if (step === 2) {
      const name = chunk.subarray(2, 2 + chunk[1]!).toString()
      const password = chunk.subarray(3 + chunk[1]!).toString()
      heard.push(`${name}:${password}`)
      socket.write(Uint8Array.of(1, `${name}:${password}` === allowed ? 0 : 1))
    } else join(socket, chunk.readUInt16BE(chunk.byteLength - 2), () => Uint8Array.of(5, 0, 0, 1, 127, 0, 0, 1, 0, 80))
    return step === 3
  })
}

/** A proxy of SOCKS 4, and 4a where it `knowsNames`. */
export function startOldSocks({ knowsNames = true, reply = 90, port: led }: { readonly knowsNames?: boolean; readonly reply?: number; readonly port?: number } = {}): Promise<TestProxy> {
  return startSocket((socket, chunk, _step, heard) => {
    const address = [...chunk.subarray(4, 8)].join('.')
    const name = chunk.subarray(9, -1).toString()
    heard.push(`${chunk[0]} ${address} ${name} ${chunk.readUInt16BE(2)}`)
    const isRefused = reply !== 90 || (address === '0.0.0.1' && !knowsNames)
    if (isRefused) socket.end(Uint8Array.of(0, reply === 90 ? 91 : reply, 0, 0, 0, 0, 0, 0))
    else join(socket, led ?? chunk.readUInt16BE(2), () => Uint8Array.of(0, 90, 0, 0, 0, 0, 0, 0))
    return true
  })
}

async function startSocket(hear: (socket: Socket, chunk: Buffer, step: number, heard: string[]) => boolean): Promise<TestProxy> {
  const heard: string[] = []
  const server = createServer((socket) => {
    let step = 0
    socket.on('error', () => undefined)
    socket.on('data', function read(chunk: Buffer) {
      step += 1
      if (hear(socket, chunk, step, heard)) socket.off('data', read)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, heard, stop: () => server.close() }
}
