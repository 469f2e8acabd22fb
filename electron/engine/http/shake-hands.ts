import type { Socket } from 'node:net'
import { nodeSockets } from './node-sockets.ts'
import type { Route } from './route.ts'
import { createReader, type Reader } from './socket-reader.ts'

/** A connection to a SOCKS proxy on which `talk` has agreed with it; from there on it is the server's. Throws what `talk` throws, or why it was given up, and leaves no socket behind then. */
export async function shakeHands(proxy: Extract<Route, { kind: 'socks' }>, signal: AbortSignal, talk: (socket: Socket, reader: Reader) => Promise<void>): Promise<Socket> {
  const socket = nodeSockets.net().connect({ host: proxy.host, port: proxy.port })
  const giveUp = (): void => void socket.destroy(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
  signal.addEventListener('abort', giveUp, { once: true })
  const reader = createReader(socket)
  try {
    if (signal.aborted) giveUp()
    await talk(socket, reader)
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
