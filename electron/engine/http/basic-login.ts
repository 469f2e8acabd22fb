import type { ProxyLogin } from './proxy-login.ts'

/** The header that signs in to a proxy (RFC 7617); none without a login. For the proxy alone: nothing of it goes to a server. */
export function basicLogin(login: ProxyLogin | null): Readonly<Record<string, string>> {
  return login === null ? {} : { 'proxy-authorization': `Basic ${Buffer.from(`${login.name}:${login.password}`, 'utf8').toString('base64')}` }
}
