import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { AccountIdentity } from '../networks/network-connect.ts'

/** What a login has brought: whose account it is, and the secret that opens it. */
export interface NewConnection {
  readonly networkId: NetworkId
  readonly identity: AccountIdentity
  readonly secret: string
  /** The account that was to be connected again: only it may come back. Left out: whoever came is welcome. */
  readonly accountId?: string | undefined
}
