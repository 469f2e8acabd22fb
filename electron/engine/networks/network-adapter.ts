import type { AccountFigures, PostFigures } from '../../../shared/figures/figures.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import type { PaidReading } from '../../../shared/networks/paid-messages.ts'
import type { AccountSession } from './network-session.ts'
import type { NativeScheduler } from './network-scheduler.ts'
import type { AppPasswordConnect, BrowserConnect, BrowserLogin, ByHandConnect } from './network-connect.ts'
import type { NetworkResult } from './network-failure.ts'
import type { CountedReactions, IncomingItem } from './network-incoming.ts'
import type { PinBoard } from './network-pins.ts'
import type { MediaLibrary } from './network-media-library.ts'
import type { FindPeople, FindPlaces, ReadBack, ReadCategories, ReadLimits, ReadReview, ReadTerms } from './network-reading.ts'
import type { Publisher } from './network-publisher.ts'

/**
 * The one interface between Vigie and a network. An adapter gets what it needs as arguments: it never reads the keychain or the database,
 * never waits for a retry, never looks at a clock of its own. The optional parts are left out by a network that has no such thing.
 */
export interface NetworkAdapter {
  readonly capabilities: NetworkCapabilities
  readonly connect: AppPasswordConnect | BrowserConnect | ByHandConnect
  /** A second way in, through the browser, of a network whose first one is an app password. */
  readonly browserLogin?: BrowserLogin
  readonly publisher: Publisher
  readonly inbox?: InboxReader
  /** Only of private messages that cost money (`capabilities.paidMessages`). */
  readonly paidMessages?: PaidMessageReader
  /** Only where the network publishes by itself at a given time (`capabilities.nativeSchedule`). */
  readonly scheduler?: NativeScheduler
  /** Only where the capabilities name figures. */
  readonly figures?: FiguresReader
  /** Only where what stands there can be read back in its words. Costs what a reading of figures costs. */
  readonly readBack?: ReadBack
  /** Only where the capabilities offer it. */
  readonly pins?: PinBoard
  /** Only where the capabilities have reviews: asked before anything is answered there, and now and then, since a list does not say what is gone. */
  readonly readReview?: ReadReview
  /** Pure: whether several other people read what is said in a private conversation, by its remote id. Left out where there is no such thing. */
  readonly isGroup?: (conversationRemoteId: string) => boolean
  /** Only where the capabilities speak of people. */
  readonly findPeople?: FindPeople
  /** Only where places can be looked for by their name. */
  readonly findPlaces?: FindPlaces
  /** Only where each server sets limits of its own (`Account.serverLimits`). */
  readonly readLimits?: ReadLimits
  /** Only where the capabilities ask for terms. */
  readonly readTerms?: ReadTerms
  /** Only where the capabilities have categories. */
  readonly readCategories?: ReadCategories
  /** Only where a post may be several things there, of which others name any one. */
  readonly severalInOne?: SeveralInOne
  /** Only where the account's own media library can lend files to other networks. */
  readonly library?: MediaLibrary
}

/** Pure: which of our posts, kept under one id, is meant by the id of one thing in it. */
export interface SeveralInOne {
  /** How the ids of all that may hold it begin. */
  beginningOf(remoteId: string): string
  holds(postRemoteId: string, remoteId: string): boolean
  /** Each of them by itself. */
  namesIn(postRemoteId: string): readonly string[]
}

export interface InboxReader {
  /**
   * Everything since `cursor` (null: a first look back of a few pages). The cursor is opaque, stored in one transaction with the items.
   * Fetching the same twice is harmless. `more`: call again at once with `nextCursor`.
   */
  fetchSince(session: AccountSession, cursor: string | null): Promise<NetworkResult<Incoming>>
}

/** `reactions`, oldest first, only where the network tells those of posts in this way (`capabilities.figures.toldWithInbox`): stored in the same transaction as the items. */
export interface Incoming {
  readonly items: readonly IncomingItem[]
  readonly reactions?: readonly CountedReactions[]
  readonly nextCursor: string | null
  readonly more: boolean
  readonly pollAgainAfterMs: number | null
}

export interface PaidMessageReader {
  /** One call, as `InboxReader.fetchSince`, made only when the person has asked for it; `paid`: what the answer held. The caller ends a look after `callsOfLook`; with `more`, the next one goes on there. */
  fetchSince(session: AccountSession, cursor: string | null): Promise<NetworkResult<{ readonly items: readonly IncomingItem[]; readonly nextCursor: string; readonly more: boolean; readonly paid: PaidReading }>>
}

/** What the network counts. What it does not tell is left out. */
export interface FiguresReader {
  /** `gone`: the post is no longer there. */
  ofPost(session: AccountSession, remoteId: string): Promise<NetworkResult<PostFigures | 'gone'>>
  ofAccount(session: AccountSession): Promise<NetworkResult<AccountFigures>>
}
