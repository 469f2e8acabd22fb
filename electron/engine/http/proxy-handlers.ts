import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { Connectivity } from './connectivity.ts'
import type { ProxyLogins } from './proxy-logins.ts'

const none = studioError('not_found', 'no such proxy has asked')

/** Proxies that want a login, and what people give them. After it Vigie looks at once whether the network is there. */
export function createProxyHandlers(logins: ProxyLogins | undefined, connectivity: Pick<Connectivity, 'hint'>): RequestHandlers {
  return {
    'proxies.read': () => succeed({ proxies: [...(logins?.list() ?? [])] }),
    'proxies.signIn': async ({ proxyId, name, password }) => {
      const given = (await logins?.signIn(proxyId, { name, password })) ?? fail(none)
      if (!given.ok) return given
      connectivity.hint(true)
      return succeed({})
    },
    'proxies.forget': async ({ proxyId }) => {
      const gone = (await logins?.forget(proxyId)) ?? fail(none)
      return gone.ok ? succeed({}) : gone
    }
  }
}
