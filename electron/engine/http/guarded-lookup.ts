import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { addressKind } from './address-kind.ts'
import type { Reach } from './check-address.ts'
import { nodeSockets } from './node-sockets.ts'

/** The code of the error for a name that only leads to addresses out of reach. */
export const outOfReachCode = 'VIGIE_OUT_OF_REACH'

/** Resolves names like Node does, but lets through only addresses within reach: the address checked is the very one connected to. */
export function createGuardedLookup(reach: Reach): LookupFunction {
  return (hostname, options, callback) => {
    nodeSockets.dns().lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error !== null) {
        callback(error, [])
        return
      }
      const within = addresses.filter(({ address }) => reach.includes(addressKind(address)))
      const [first] = within
      if (first === undefined) callback(Object.assign(new Error('the name leads to an address that may not be reached'), { code: outOfReachCode }), [])
      else if (options.all === true) callback(null, within)
      else callback(null, first.address, first.family)
    })
  }
}
