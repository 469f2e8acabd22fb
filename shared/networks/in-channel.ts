import type { Account } from '../accounts/account.ts'
import type { ServerLimits } from '../accounts/server-limits.ts'
import { capabilitiesOf } from './capabilities-of.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'

/** The network as it is in the account's own channel; the very same where its channels are all alike, or nobody told which kind it is. */
export function inChannel(network: NetworkCapabilities, { channel }: Pick<ServerLimits, 'channel'>): NetworkCapabilities {
  const rule = channel === undefined ? undefined : network.channels?.[channel.kind]
  if (channel === undefined || rule === undefined) return network
  const { categories, toldNothing, ...more } = rule
  const filed = categories === undefined || channel.tags === 'none_told' ? {} : { categories: { ...categories, ...(channel.tags === 'needed' ? { isNeeded: true as const } : {}) } }
  return { ...network, ...more, ...filed, ...(channel.tags === 'none_told' ? toldNothing : {}) }
}

/** The same by the account. */
export function capabilitiesFor({ networkId, serverLimits }: Pick<Account, 'networkId'> & Partial<Pick<Account, 'serverLimits'>>): NetworkCapabilities {
  return serverLimits === undefined ? capabilitiesOf(networkId) : inChannel(capabilitiesOf(networkId), serverLimits)
}
