import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { loginPath, loginPorts } from '../../../shared/networks/own-app.ts'
import type { ListeningPlace } from './loopback-listener.ts'

/** Where a network's logins come back to on this computer; null: to an address that the person pastes. */
export function listeningPlaceOf(networkId: NetworkId, nonce: string): ListeningPlace | null {
  const { ownApp, browserLogin } = capabilitiesOf(networkId)
  const redirect = ownApp?.redirect ?? browserLogin?.redirect
  switch (redirect) {
    case 'fixed_ports':
      return { ports: loginPorts, path: loginPath, isPathSecret: false }
    case 'localhost_or_pasted':
    case 'localhost_ports':
      return { ports: loginPorts, path: loginPath, isPathSecret: false, name: 'localhost' }
    case 'one_port':
      return { ports: loginPorts.slice(0, 1), path: loginPath, isPathSecret: false }
    case 'any_port':
      return { ports: [], path: loginPath, isPathSecret: false }
    case 'pasted':
      return null
    case undefined:
      return { ports: [], path: `${loginPath}/${nonce}`, isPathSecret: true }
  }
}
