import { isIP, type Socket } from 'node:net'
import type { ProxyLogin } from './proxy-login.ts'
import { ProxyRefusal } from './proxy-refusal.ts'
import type { Route } from './route.ts'
import { shakeHands } from './shake-hands.ts'
import type { Reader } from './socket-reader.ts'

const version = 5
const withoutLogin = 0
const withPassword = 2
/** “No acceptable methods” of those that we offered. */
const noneOfThese = 0xff

/**
 * A connection to a server through a SOCKS proxy of version 5 (RFC 1928), with a name and a password where it wants them (RFC 1929). The name is the proxy's to turn into an address, as with CONNECT. Throws while nothing has been
 * sent: what the proxy says is never taken for an answer of the server.
 */
export async function connectBySocks(proxy: Extract<Route, { kind: 'socks' }>, target: { readonly host: string; readonly port: number }, login: ProxyLogin | null, signal: AbortSignal): Promise<Socket> {
  return shakeHands(proxy, signal, async (socket, reader) => {
    await greet(socket, reader, login)
    socket.write(Uint8Array.of(version, 1, 0, ...addressOf(target.host), target.port >> 8, target.port & 0xff))
    const [again, reply = 0, , kind] = await reader.take(4)
    if (again !== version || reply !== 0) throw new ProxyRefusal(reply)
    const length = kind === 1 ? 4 : kind === 4 ? 16 : ((await reader.take(1))[0] ?? 0)
    await reader.take(length + 2)
  })
}

async function greet(socket: Socket, reader: Reader, login: ProxyLogin | null): Promise<void> {
  socket.write(login === null ? Uint8Array.of(version, 1, withoutLogin) : Uint8Array.of(version, 2, withoutLogin, withPassword))
  const [spoken, method] = await reader.take(2)
  if (spoken !== version) throw new ProxyRefusal(0)
  if (method === withoutLogin) return
  // With both ways offered, it knows others alone.
  if (method === noneOfThese) throw new ProxyRefusal(method, login === null ? 'password' : 'other')
  if (method !== withPassword || login === null) throw new ProxyRefusal(0)
  const [name, password] = [Buffer.from(login.name, 'utf8'), Buffer.from(login.password, 'utf8')]
  if (name.byteLength > 255 || password.byteLength > 255) throw new ProxyRefusal(0, 'password')
  socket.write(Uint8Array.of(1, name.byteLength, ...name, password.byteLength, ...password))
  const [, status] = await reader.take(2)
  if (status !== 0) throw new ProxyRefusal(status ?? 0, 'password')
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
