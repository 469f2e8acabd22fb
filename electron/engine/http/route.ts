/** One way to a server: straight, or through a proxy. `isSecured`: the proxy itself is spoken to over TLS. */
export type Route = { readonly kind: 'direct' } | { readonly kind: 'proxy'; readonly host: string; readonly port: number; readonly isSecured: boolean } | { readonly kind: 'socks'; readonly host: string; readonly port: number; readonly version: 4 | 5 } | { readonly kind: 'unknown_proxy'; readonly name: string }

/** A proxy that we speak to. */
export type Proxy = Extract<Route, { kind: 'proxy' | 'socks' }>

export const direct: Route = { kind: 'direct' }

/** The ways to an address, the first to be tried first; the next one when a proxy cannot be reached. Never empty. */
export type FindRoutes = (url: URL) => Promise<readonly Route[]>

const defaultPorts: Readonly<Record<string, number>> = { PROXY: 80, HTTP: 80, HTTPS: 443 }

/**
 * Reads what the system says of an address, in the form of a PAC script's answer: `PROXY proxy.example:3128; DIRECT`. What is not understood is left out;
 * nothing at all means straight. A SOCKS of another version is named, so that people hear why nothing goes out.
 */
export function parseRoutes(answer: string): readonly Route[] {
  const routes = answer.split(';').flatMap((part) => parseRoute(part.trim()))
  return routes.length === 0 ? [direct] : routes
}

function parseRoute(part: string): readonly Route[] {
  const [kind = '', place = ''] = part.split(/\s+/)
  const name = kind.toUpperCase()
  if (name === 'DIRECT') return [direct]
  const [, sixth, plain, port] = /^(?:\[([\da-f:.]+)\]|([^:[\]/@]+))(?::(\d{1,5}))?$/i.exec(place) ?? []
  const host = sixth ?? plain
  if (name.startsWith('SOCKS')) return [socksRoute(name, host, port)]
  const usual = defaultPorts[name]
  return usual === undefined || host === undefined ? [] : [{ kind: 'proxy', host, port: port === undefined ? usual : Number(port), isSecured: name === 'HTTPS' }]
}

/** `SOCKS` alone is version 4, as Chromium and scripts mean it. */
const socksVersions: Readonly<Record<string, 4 | 5>> = { SOCKS: 4, SOCKS4: 4, SOCKS4A: 4, SOCKS5: 5 }

function socksRoute(name: string, host: string | undefined, port: string | undefined): Route {
  const version = socksVersions[name]
  return version === undefined || host === undefined ? { kind: 'unknown_proxy', name } : { kind: 'socks', host, port: Number(port ?? 1080), version }
}
