import { capabilitiesOf } from './capabilities-of.ts'
import type { NetworkId } from './network-id.ts'

/** Whether the person publishes there, and Vigie only gets everything ready. */
export function isByHand(networkId: NetworkId | null): boolean {
  return networkId !== null && capabilitiesOf(networkId).connectBy === 'by_hand'
}
