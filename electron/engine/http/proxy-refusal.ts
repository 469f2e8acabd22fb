export const proxyRefusalCode = 'VIGIE_PROXY_REFUSED'
export const proxyLoginCode = 'VIGIE_PROXY_LOGIN'

/** The proxy would not let the call through. `status`: what it said; 0: it is of a kind that we do not speak to. */
export class ProxyRefusal extends Error {
  readonly code: string
  constructor(status: number) {
    super(`the proxy refused (${status})`)
    this.code = status === 407 ? proxyLoginCode : proxyRefusalCode
  }
}
