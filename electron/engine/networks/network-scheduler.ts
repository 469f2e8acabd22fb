import type { AccountSession } from './network-session.ts'
import type { Draft } from './network-draft.ts'
import type { NetworkResult } from './network-failure.ts'
import type { Published, SendIntent, SentIntent } from './network-publisher.ts'

/** It waits there for its time. `isChanged`: somebody rewrote it there. */
export interface WaitingThere {
  readonly kind: 'waiting'
  /** The network's name for it while it waits; published, it may have another. */
  readonly scheduledId: string
  /** ms since the epoch, as the network has it. */
  readonly dueAt: number
  readonly isChanged: boolean
}

export type PublishedThere = Published & { readonly kind: 'published' }

/** One of what waits there, as a person reads it. */
export interface WaitingPost extends Pick<WaitingThere, 'scheduledId' | 'dueAt'> {
  /** With its title before it, where it has one. */
  readonly text: string
  readonly url: string | null
}

export interface WaitingPosts {
  readonly posts: readonly WaitingPost[]
  /** Everything that waits there is among them. */
  readonly isComplete: boolean
}

/** Neither waiting nor published, and certainly so. */
export interface GoneThere {
  readonly kind: 'gone'
}

/** Too early, or too much to look through. */
export interface CannotTell {
  readonly kind: 'cannot_tell'
}

/** What is known here of one post that waits there, or did: its content alone does not tell it from others, since a series says the same each day. */
export interface ScheduledPlace {
  /** The earliest time it may have there. */
  readonly dueAt: number
  /** The latest one, while a call that moved it may have arrived or not. Left out: `dueAt`. */
  readonly dueUntil?: number
  /** Whether Vigie knows what came out at `publishedAt` as another of its posts, or expects another one then. */
  isAnothers?(remoteId: string, publishedAt: number): boolean
}

/** Posts that the network publishes by itself. Nothing here is retried by the adapter; only `handOver` may not simply be repeated. */
export interface NativeScheduler {
  /** Hands it over once. The key is that of this hand-over, not of the post: what was called back may be handed over anew. */
  handOver(session: AccountSession, draft: Draft, intent: { idempotencyKey: string; dueAt: number } & Pick<SendIntent, 'keepBegun'>): Promise<NetworkResult<WaitingThere | PublishedThere>>
  /** Looks for what `handOver` may have made: among what waits there first, then among what is out. `sentAt` is when that call began. */
  find(session: AccountSession, draft: Draft, intent: ScheduledPlace & Pick<SentIntent, 'begun'> & { idempotencyKey: string; sentAt: number; isAnothersThere?(scheduledId: string): boolean }): Promise<NetworkResult<WaitingThere | PublishedThere | GoneThere | CannotTell>>
  /** What of the account waits there, whoever gave it to its network. Changes nothing. */
  listWaiting(session: AccountSession): Promise<NetworkResult<WaitingPosts>>
  read(session: AccountSession, draft: Draft, there: ScheduledPlace & { scheduledId: string }): Promise<NetworkResult<WaitingThere | PublishedThere | GoneThere | CannotTell>>
  /** The same call again changes nothing. */
  move(session: AccountSession, draft: Draft, there: ScheduledPlace & { scheduledId: string }, dueAt: number): Promise<NetworkResult<WaitingThere | PublishedThere | GoneThere | CannotTell>>
  /** Calls it back: `gone` afterwards, unless it is out already. The same call again changes nothing. */
  cancel(session: AccountSession, draft: Draft, there: ScheduledPlace & { scheduledId: string }): Promise<NetworkResult<PublishedThere | GoneThere | CannotTell>>
}
