import { isByHand } from '../networks/is-by-hand.ts'
import { isLoopbackAddress } from '../networks/is-loopback-address.ts'
import type { Account } from './account.ts'

/** As the engine's `canReach` has it: `offline` is about the network, `working_offline` is the user's word and concerns this computer too. */
export type ConnectionState = 'online' | 'offline' | 'working_offline'

/** How many of some accounts can be reached at this moment; of no account at all, as if it were one on the network. */
export type Reach = 'all' | 'some' | 'none'

/**
 * Who of these can be reached now: without a network, those on this computer still are (the practice network). Where the person publishes by hand nothing has to be reached: their
 * card gets ready at its minute, wherever they are.
 */
export function reachOfAccounts(connection: ConnectionState, accounts: readonly Pick<Account, 'networkId' | 'serverUrl'>[]): Reach {
  if (connection === 'online') return 'all'
  const here = accounts.filter(({ networkId, serverUrl }) => isByHand(networkId) || (connection === 'offline' && isLoopbackAddress(serverUrl))).length
  if (here === 0) return 'none'
  return here === accounts.length ? 'all' : 'some'
}
