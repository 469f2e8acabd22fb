import { isIP, type Socket } from 'node:net'
import { nodeSockets } from './node-sockets.ts'
import { ProxyRefusal } from './proxy-refusal.ts'
import type { Route } from './route.ts'
import { shakeHands } from './shake-hands.ts'

const version = 4
const granted = 90

/**
 * A connection through a SOCKS proxy of version 4, which takes addresses of IPv4 alone. A name is turned into one here, as browsers do; one that this computer does not know is
 * left to the proxy (version 4a). It knows no password, and we name nobody. Throws while nothing has been sent to the server.
 */
export async function connectByOldSocks(proxy: Extract<Route, { kind: 'socks' }>, target: { readonly host: string; readonly port: number }, signal: AbortSignal): Promise<Socket> {
  const asked = questionOf(target.port, await addressOf(target.host))
  signal.throwIfAborted()
  return shakeHands(proxy, signal, async (socket, reader) => {
    socket.write(asked)
    const [zero, reply = 0] = await reader.take(8)
    if (zero !== 0 || reply !== granted) throw new ProxyRefusal(reply)
  })
}

function questionOf(port: number, to: readonly number[] | string): Uint8Array {
  const name = typeof to === 'string' ? [...Buffer.from(to, 'latin1'), 0] : []
  // 0.0.0.x with an x other than 0: a name follows behind the empty user.
  return Uint8Array.of(version, 1, port >> 8, port & 0xff, ...(typeof to === 'string' ? [0, 0, 0, 1] : to), 0, ...name)
}

async function addressOf(host: string): Promise<readonly number[] | string> {
  if (isIP(host) === 6) throw new ProxyRefusal(0)
  const address = isIP(host) === 4 ? host : await lookUp(host)
  if (address !== null) return address.split('.').map(Number)
  if (host.length > 255 || host.includes('\0')) throw new ProxyRefusal(0)
  return host
}

function lookUp(host: string): Promise<string | null> {
  return new Promise((resolve) => {
    nodeSockets.dns().lookup(host, { family: 4 }, (error, address) => resolve(error === null ? address : null))
  })
}
