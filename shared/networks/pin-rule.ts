import type { ActOffer } from './acts.ts'
import type { Sourced } from './sourced.ts'

/** What a pinned post stands at the top of. */
export type PinPlace = 'profile' | 'channel' | 'category' | 'community' | 'blog'

/** Whether a post of ours that is out can be pinned by programs, where it stands then, and why not. */
export interface PinRule {
  readonly offer: Sourced<ActOffer>
  /** Left out: there is none. */
  readonly place?: PinPlace
  /** So many at once; a server may allow others, which the reading says. Left out: the network names no limit. */
  readonly most?: Sourced<number>
  /** What the login needs for it. Left out: nothing that it has not already. */
  readonly right?: string
}
