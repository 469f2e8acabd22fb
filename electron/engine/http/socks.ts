import { isIP, type Socket } from 'node:net'
import { nodeSockets } from './node-sockets.ts'
import { ProxyRefusal } from './proxy-refusal.ts'
import type { Route } from './route.ts'

const version = 5
const withoutLogin = 0
/** “No acceptable methods”: we offer but one, which is none. */
const noneOfThese = 0xff
const loginWanted = 407

/**
 * A connection to a server through a SOCKS proxy of version 5 (RFC 1928). The name is the proxy's to turn into an address, as with CONNECT. Throws while nothing has been
 * sent: what the proxy says is never taken for an answer of the server.
 */
export async function connectBySocks(proxy: Extract<Route, { kind: 'socks' }>, target: { readonly host: string; readonly port: number }, signal: AbortSignal): Promise<Socket> {
  const socket = nodeSockets.net().connect({ host: proxy.host, port: proxy.port })
  const giveUp = (): void => void socket.destroy(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
  signal.addEventListener('abort', giveUp, { once: true })
  const reader = createReader(socket)
  try {
    if (signal.aborted) giveUp()
    socket.write(Uint8Array.of(version, 1, withoutLogin))
    const [spoken, method] = await reader.take(2)
    if (spoken !== version) throw new ProxyRefusal(0)
    if (method !== withoutLogin) throw new ProxyRefusal(method === noneOfThese ? loginWanted : 0)
    socket.write(Uint8Array.of(version, 1, 0, ...addressOf(target.host), target.port >> 8, target.port & 0xff))
    const [again, reply = 0, , kind] = await reader.take(4)
    if (again !== version || reply !== 0) throw new ProxyRefusal(reply)
    const length = kind === 1 ? 4 : kind === 4 ? 16 : ((await reader.take(1))[0] ?? 0)
    await reader.take(length + 2)
    // The server speaks after us: what lies there already is none of its words.
    reader.end()
    return socket
  } catch (cause) {
    socket.destroy()
    throw cause
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

/** A name as it is, an address as its bytes. */
function addressOf(host: string): readonly number[] {
  const kind = isIP(host)
  if (kind === 4) return [1, ...host.split('.').map(Number)]
  if (kind === 6) return [4, ...groupsOf(host).flatMap((group) => [group >> 8, group & 0xff])]
  const name = Buffer.from(host, 'latin1')
  if (name.byteLength > 255) throw new ProxyRefusal(0)
  return [3, name.byteLength, ...name]
}

/** The eight of them, as `URL` writes an address. */
function groupsOf(address: string): readonly number[] {
  const [before = '', after] = address.split('::')
  const read = (part: string | undefined): readonly number[] => (part === undefined || part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))
  const [head, tail] = [read(before), read(after)]
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail]
}

interface Reader {
  take(count: number): Promise<Uint8Array>
  /** Nothing more is read here; what came too early is refused. */
  end(): void
}

function createReader(socket: Socket): Reader {
  let kept: Buffer = Buffer.alloc(0)
  let failure: Error | null = null
  let wake = (): void => undefined
  const onData = (chunk: Buffer): void => {
    kept = Buffer.concat([kept, chunk])
    wake()
  }
  const onEnd = (cause?: unknown): void => {
    failure ??= cause instanceof Error ? cause : Object.assign(new Error('the proxy closed the connection'), { code: 'ECONNRESET' })
    wake()
  }
  socket.on('data', onData)
  socket.once('error', onEnd)
  socket.once('end', onEnd)
  socket.once('close', onEnd)
  return {
    async take(count) {
      while (kept.byteLength < count) {
        if (failure !== null) throw failure
        await new Promise<void>((resolve) => (wake = resolve))
      }
      const taken = kept.subarray(0, count)
      kept = kept.subarray(count)
      return taken
    },
    end() {
      if (kept.byteLength > 0) throw new ProxyRefusal(0)
      socket.off('data', onData)
      socket.off('end', onEnd)
      socket.off('close', onEnd)
      socket.off('error', onEnd)
      socket.pause()
    }
  }
}
