import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import { ofTypedAddress } from '../http/typed-address.ts'

/** Why a server was not reached, where there is nothing better to do than to look at the connection, or at the address. */
const plainReasons: ReadonlySet<unknown> = new Set(['name_not_found', 'refused', 'cut', 'no_route', 'certificate', 'other'])

/**
 * What went wrong while a network was asked for somebody who connects it, in the words of what that person did: of a host that nobody typed
 * they learn that the network is out of reach (`network_not_reached`); of a server that they typed, what `ofTypedAddress` says.
 */
export function connectFailure(error: StudioError, { name, typedServer }: Pick<NetworkCapabilities, 'name' | 'typedServer'>, serverUrl: string): StudioError {
  const { details = {} } = error
  const host = String(details['host'] ?? '')
  const isTyped = typedServer !== undefined && !typedServer.notTyped.includes(host)
  if (!isTyped && error.code === 'unreachable' && plainReasons.has(details['reason'])) return { ...error, details: { ...details, network: name, reason: 'network_not_reached' } }
  return isTyped ? ofTypedAddress(error, serverUrl) : error
}
