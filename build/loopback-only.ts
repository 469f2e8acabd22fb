/**
 * Vitest set-up file: a test that reaches for any address but loopback fails at once, with the address in the message.
 * It stands at the socket, below fetch, http and every client library, so nothing in a test can go round it.
 */
import { Socket } from 'node:net'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3}|\[::1\])$/i

type Connect = typeof Socket.prototype.connect

/** The host a call of `socket.connect` names, or undefined for a local pipe. */
export function hostOfConnect(args: readonly unknown[]): string | undefined {
  // net.connect() hands its normalised argument list over as one array: [options, callback].
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0]
  if (typeof first === 'number') return typeof args[1] === 'string' ? args[1] : 'localhost'
  if (typeof first !== 'object' || first === null || ('path' in first && typeof first.path === 'string')) return undefined
  return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost'
}

export const isLoopback = (host: string): boolean => LOOPBACK.test(host)

const connect: Connect = Socket.prototype.connect
const guardedConnect = function (this: Socket, ...args: unknown[]): Socket {
  const host = hostOfConnect(args)
  if (host !== undefined && !isLoopback(host)) {
    // In the next tick: TLS still touches the socket right after connect() returns.
    process.nextTick(() => this.destroy(new Error(`a test tried to reach ${host}: tests talk to loopback only`)))
    return this
  }
  return Reflect.apply(connect, this, args)
}
Socket.prototype.connect = guardedConnect
