import type { WarpedTimeStart } from '../warped-time.ts'
import type { Heard, NetworkKind, Publication, Standing } from './torture-network.ts'

export interface NetworkStart {
  readonly time: WarpedTimeStart
  readonly seed: number
}

export type NetworkOrder =
  | { readonly kind: 'hostile'; readonly isHostile: boolean }
  | { readonly kind: 'hear'; readonly heard: readonly Heard[] }
  | { readonly kind: 'advance'; readonly by: number }
  | { readonly kind: 'down'; readonly network: NetworkKind; readonly realMs: number }
  | { readonly kind: 'revoke'; readonly network: NetworkKind; readonly account: string }
  | { readonly kind: 'read'; readonly sequence: number; readonly withHistory: boolean }

/** What the networks themselves know. */
export interface NetworkRecord {
  readonly publications: readonly Publication[]
  /** What stood there and was deleted. */
  readonly removed: readonly Publication[]
  readonly standings: readonly Standing[]
  /** `KIND ACCOUNT POST`, and how often a create arrived; acts too. With more behind it: handed over, deleted. */
  readonly arrived: readonly (readonly [string, number])[]
  readonly faults: readonly { readonly name: string; readonly times: number }[]
  /** `KIND ACCOUNT POST` and what happened when. */
  readonly history: readonly (readonly [string, readonly string[]])[]
}

export type NetworkNews =
  | { readonly kind: 'ready'; readonly urls: Readonly<Record<NetworkKind, string>> }
  | { readonly kind: 'kill' }
  | ({ readonly kind: 'record'; readonly sequence: number } & NetworkRecord)
