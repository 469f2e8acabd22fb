export const proxyRefusalCode = 'VIGIE_PROXY_REFUSED'
export const proxyLoginCode = 'VIGIE_PROXY_LOGIN'
export const proxyLoginKindCode = 'VIGIE_PROXY_LOGIN_KIND'

/** How a proxy lets people sign in: with a name and a password, or in ways that we do not speak (Digest, NTLM, Kerberos). */
export type ProxyLoginKind = 'password' | 'other'

/** The proxy would not let the call through. `status`: what it said; 0: it is of a kind that we do not speak to. `wants`: a login, which it did not have or did not like. */
export class ProxyRefusal extends Error {
  readonly code: string
  readonly wants: ProxyLoginKind | null
  constructor(status: number, wants: ProxyLoginKind | null = null) {
    super(`the proxy refused (${status})`)
    this.wants = wants
    this.code = wants === null ? proxyRefusalCode : wants === 'password' ? proxyLoginCode : proxyLoginKindCode
  }
}

/** What a proxy of HTTP means by its answer. `offers`: its `Proxy-Authenticate`, several ways in one or more lines. */
export function httpRefusal(status: number, offers: string | readonly string[] | undefined): ProxyRefusal {
  if (status !== 407) return new ProxyRefusal(status)
  const ways = [offers ?? []].flat().join(', ')
  // Without a word on how, the way that every proxy knows is tried.
  return new ProxyRefusal(407, ways.trim() === '' || /(?:^|,)\s*basic(?:\s|,|$)/i.test(ways) ? 'password' : 'other')
}
