import type { Account } from '../../../shared/accounts/account.ts'
import { isByHand } from '../../../shared/networks/is-by-hand.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { Logger } from '../log/logger.ts'

/** What says who an account is, at its network. */
export type SameAccount = Pick<Account, 'networkId' | 'serverUrl' | 'remoteId'>

/** Pure. The very same account, also where another login reaches it under another number. */
export function isReachedAs({ connect }: Pick<NetworkAdapter, 'connect'>, one: SameAccount, other: SameAccount): boolean {
  if (one.networkId !== other.networkId || one.serverUrl !== other.serverUrl) return false
  return one.remoteId === other.remoteId || (connect.kind === 'browser_login' && connect.isSame?.(one.remoteId, other.remoteId) === true)
}

type Holds = (account: SameAccount) => boolean

/** Tells which other clients have the very same account of a network: what goes out as one of them stands on the other's account. The clients are named by id, and nothing else of them is told. */
export interface SharedAccounts {
  /** Ids of the other open workspaces that have it. None for an account by hand, which is a name only, or of the practice network, which each client has for itself. */
  alsoAt(workspaceId: string, account: SameAccount): readonly string[]
  /** Returns the function that ends it. */
  join(workspaceId: string, holds: Holds): () => void
}

export function createSharedAccounts(log: Logger): SharedAccounts {
  const joined = new Map<string, Holds>()

  /** It asks in another client's file: where that is damaged, nothing of this client fails with it. */
  function mayHold(id: string, holds: Holds, account: SameAccount): boolean {
    try {
      return holds(account)
    } catch (error) {
      log.error(`whether workspace ${id} has the same account cannot be told: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return false
    }
  }

  return {
    alsoAt(workspaceId, account) {
      if (account.networkId === 'practice' || isByHand(account.networkId)) return []
      return [...joined].flatMap(([id, holds]) => (id !== workspaceId && mayHold(id, holds, account) ? [id] : []))
    },
    join(workspaceId, holds) {
      joined.set(workspaceId, holds)
      return () => void joined.delete(workspaceId)
    }
  }
}
