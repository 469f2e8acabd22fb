import type { ReactionKind } from '../../../shared/figures/reaction-kinds.ts'
import type { CountedReactions } from '../networks/network-incoming.ts'

/** Of a post: all that was told of it by now. */
export interface ReactionsOfPost {
  /** By the network's clock, ms since the epoch. */
  readonly countedAt: number
  readonly kinds: readonly ReactionKind[]
}

/** Reactions that a network tells with what comes in, and does not tell when it is asked. */
export interface ReactionsService {
  /** Within the transaction that also stores how far the network was read. Whether anything is other than before. */
  note(accountId: string, told: readonly CountedReactions[]): boolean
  /** After its commit. */
  announce(): void
  /** By the names of all that stands in the post; null: nothing was told of it. */
  ofPost(accountId: string, remoteIds: readonly string[]): ReactionsOfPost | null
}
