import type { WarpedTimeStart } from '../warped-time.ts'
import type { NetworkKind, Publication } from './torture-network.ts'

export interface NetworkStart {
  readonly time: WarpedTimeStart
  readonly seed: number
}

export type NetworkOrder =
  | { readonly kind: 'hostile'; readonly isHostile: boolean }
  | { readonly kind: 'advance'; readonly by: number }
  | { readonly kind: 'down'; readonly network: NetworkKind; readonly realMs: number }
  | { readonly kind: 'revoke'; readonly network: NetworkKind; readonly account: string }
  | { readonly kind: 'read'; readonly sequence: number; readonly withHistory: boolean }

/** What the networks themselves know. */
export interface NetworkRecord {
  readonly publications: readonly Publication[]
  /** `KIND ACCOUNT POST`: of these a create arrived at least once. */
  readonly arrived: readonly string[]
  readonly faults: readonly { readonly name: string; readonly times: number }[]
  /** `KIND ACCOUNT POST` and what happened when. */
  readonly history: readonly (readonly [string, readonly string[]])[]
}

export type NetworkNews =
  | { readonly kind: 'ready'; readonly urls: Readonly<Record<NetworkKind, string>> }
  | { readonly kind: 'kill' }
  | ({ readonly kind: 'record'; readonly sequence: number } & NetworkRecord)
