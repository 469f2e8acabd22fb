import type { IncomingMessage, RequestOptions } from 'node:http'
import { isIP, type Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { isLoopbackAddress } from '../../../shared/networks/is-loopback-address.ts'
import type { Reach } from './check-address.ts'
import { bareHost } from './address-kind.ts'
import { connectTimedOut } from './connect-timeout.ts'
import { createGuardedLookup, outOfReachCode } from './guarded-lookup.ts'
import { nodeSockets } from './node-sockets.ts'
import { basicLogin } from './basic-login.ts'
import type { ProxyLogin } from './proxy-login.ts'
import { httpRefusal } from './proxy-refusal.ts'
import type { Proxy, Route } from './route.ts'
import { connectByOldSocks } from './socks4.ts'
import { connectBySocks } from './socks.ts'

interface Tunnel {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** ms for the proxy and the server together to take the connection. */
  readonly connectTimeout: number
  readonly signal: AbortSignal
  /** What the proxy gets to know of the person; null: nothing. */
  readonly login: ProxyLogin | null
}

/**
 * A connection to the server of an https address through a proxy (CONNECT, RFC 9110 section 9.3.6, or SOCKS), already encrypted to the server itself. Our own code, since
 * the libraries hand the proxy's refusal on as if the server had answered, and publishing once hangs on who said what. Throws while nothing has been sent.
 */
export function openTunnel(proxy: Proxy, tunnel: Tunnel): Promise<TLSSocket> {
  return inConnectTime(tunnel, async (signal) => {
    const socket = proxy.kind === 'socks' ? await socksTo(proxy, tunnel, signal) : await connectThrough(proxy, tunnel, signal)
    return secure(socket, bareHost(tunnel.url), signal)
  })
}

/** The same to the server of a plain address, which a SOCKS proxy reaches like any other. */
export function openPlainTunnel(proxy: Extract<Route, { kind: 'socks' }>, tunnel: Tunnel): Promise<Socket> {
  return inConnectTime(tunnel, (signal) => socksTo(proxy, tunnel, signal))
}

function socksTo(proxy: Extract<Route, { kind: 'socks' }>, { url, login }: Tunnel, signal: AbortSignal): Promise<Socket> {
  return proxy.version === 4 ? connectByOldSocks(proxy, targetOf(url), signal) : connectBySocks(proxy, targetOf(url), login, signal)
}

async function inConnectTime<Connection>({ connectTimeout, signal: taken }: Tunnel, open: (signal: AbortSignal) => Promise<Connection>): Promise<Connection> {
  const inTime = AbortSignal.timeout(connectTimeout)
  try {
    return await open(AbortSignal.any([taken, inTime]))
  } catch (cause) {
    throw inTime.aborted && !taken.aborted ? connectTimedOut() : cause
  }
}

function targetOf(url: URL): { readonly host: string; readonly port: number } {
  return { host: bareHost(url), port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port) }
}

function connectThrough(proxy: Extract<Route, { kind: 'proxy' }>, { url, headers, login }: Tunnel, signal: AbortSignal): Promise<Socket> {
  const target = `${url.hostname}:${url.port === '' ? '443' : url.port}`
  const userAgent = headers['user-agent']
  const options: RequestOptions = { host: proxy.host, port: proxy.port, method: 'CONNECT', path: target, headers: { host: target, ...(userAgent === undefined ? {} : { 'user-agent': userAgent }), ...basicLogin(login) }, agent: false, signal }
  return new Promise((resolve, reject) => {
    const call = proxy.isSecured ? nodeSockets.https().request(options) : nodeSockets.http().request(options)
    call.once('connect', (response: IncomingMessage, socket: Socket, head: Buffer) => {
      const status = response.statusCode ?? 0
      if (status >= 200 && status < 300 && head.length === 0) {
        resolve(socket)
        return
      }
      socket.destroy()
      reject(httpRefusal(status, response.headers['proxy-authenticate']))
    })
    call.once('error', reject)
    call.end()
  })
}

function secure(socket: Socket, host: string, signal: AbortSignal): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secured = nodeSockets.tls().connect({ socket, host, ALPNProtocols: ['http/1.1'], ...(isIP(host) === 0 ? { servername: host } : {}) })
    const giveUp = (): void => void secured.destroy(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
    signal.addEventListener('abort', giveUp, { once: true })
    const finish = (): void => {
      signal.removeEventListener('abort', giveUp)
      secured.removeListener('error', failed)
    }
    function failed(error: Error): void {
      finish()
      socket.destroy()
      reject(error)
    }
    secured.once('error', failed)
    secured.once('secureConnect', () => {
      finish()
      resolve(secured)
    })
  })
}

/**
 * Behind a proxy it is the proxy that turns the name into an address. A name that this computer knows and that leads into a private network is refused here all the same;
 * one that only the proxy knows is left to it.
 */
export async function checkReachBehindProxy(url: URL, reach: Reach): Promise<void> {
  if (reach.includes('private') || isLoopbackAddress(url.href)) return
  const host = bareHost(url)
  await new Promise<void>((resolve, reject) => {
    createGuardedLookup(reach)(host, {}, (error) => {
      if (error !== null && 'code' in error && error.code === outOfReachCode) reject(error)
      else resolve()
    })
  })
}
