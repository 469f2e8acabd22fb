import type { Account } from '../../../shared/accounts/account.ts'
import type { AccountFigures, PostFigures } from '../../../shared/figures/figures.ts'
import type { Report } from '../../../shared/inbox/report.ts'
import type { Act } from '../../../shared/networks/acts.ts'
import type { AssistedId } from '../../../shared/networks/assisted-networks.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import type { Poll } from '../../../shared/posts/poll.ts'
import type { PostFormat } from '../../../shared/posts/post-format.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import type { LastPost } from '../../../shared/outbox/last-posts.ts'
import type { CallLimits } from './network-limits.ts'
import type { EditTarget } from './network-edit.ts'
import type { NetworkResult } from './network-failure.ts'
import type { IncomingItem } from './network-incoming.ts'
import type { MediaToSend, SetCover } from './network-media.ts'
import type { MediaLibrary } from './network-media-library.ts'
import type { PublicMedia } from './network-public-media.ts'
import type { FindPeople, ReadBack } from './network-reading.ts'

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
  /** Only where the network publishes by itself at a given time (`capabilities.nativeSchedule`). */
  readonly scheduler?: NativeScheduler
  /** Only where the capabilities name figures. */
  readonly figures?: FiguresReader
  /** Only where what stands there can be read back in its words. Costs what a reading of figures costs. */
  readonly readBack?: ReadBack
  /** Only where the capabilities speak of people. */
  readonly findPeople?: FindPeople
  /** Only where the account's own media library can lend files to other networks. */
  readonly library?: MediaLibrary
}

/** What the keychain holds for an account: JSON that only the adapter understands (tokens, app password). */
export type Secret = string

/** What the network gave for the app that the user made there. From the keychain; never anywhere else. */
export interface AppCredentials {
  readonly clientId: string
  /** null: a public app, which has none. */
  readonly clientSecret: string | null
  /** Where the app's logins come back to, at networks that take https only; null: to this computer. */
  readonly redirectUri: string | null
}

/** An account in use: its row, its secret, and where a renewed secret goes. */
export interface AccountSession {
  readonly account: Pick<Account, 'id' | 'networkId' | 'serverUrl' | 'remoteId' | 'handle' | 'serverLimits'>
  readonly secret: Secret
  /** Stores a renewed secret before it is used; fails if the keychain refuses. Only one renewal runs at a time for an account. */
  saveSecret(secret: Secret): Promise<void>
  /** The user's app of this id, as the keychain has it now: its secret may have been changed since the login. null: it is gone. */
  findApp?(clientId: string): Promise<NetworkResult<AppCredentials | null>>
  /** The account's budgets, for every call that is made with its access; left out for a login that no account has, and in tests of an adapter alone. */
  readonly limits?: CallLimits
  /** Told while files are handed over: how much of all files of the post has gone, and of how much. It is shown to the person, and an attempt that moves is not ended for taking long; so an adapter calls it after each part. Left out where nobody asks. */
  readonly onUploaded?: (sentBytes: number, totalBytes: number) => void
  /** Where files lie for a network that fetches them itself; left out where the client has no such place. */
  readonly publicMedia?: PublicMedia
  readonly signal: AbortSignal
}

/** Who the network says we are; becomes the account's row. */
export interface AccountIdentity {
  readonly handle: string
  readonly displayName: string
  readonly serverUrl: string
  readonly remoteId: string
  readonly accessEndsAt: number | null
  readonly serverLimits: Account['serverLimits']
}

/** What a login opens. */
export interface Opened {
  readonly identity: AccountIdentity
  readonly secret: Secret
}

export interface AppPasswordConnect {
  readonly kind: 'app_password'
  connect(input: { serverUrl: string; identifier: string; appPassword: string; signal: AbortSignal }): Promise<NetworkResult<{ identity: AccountIdentity; secret: Secret }>>
  /** What the secret opens that only one account may use: what one account has read of it, no other gets. Left out where there is no such thing. */
  onlyForOne?(secret: Secret): string | null
  /** Asks the network who we are with the session. */
  whoAmI(session: AccountSession): Promise<NetworkResult<AccountIdentity>>
  /**
   * Renews the access without the user, from the session's secret. Left out where access does not expire. The accounts service calls it, once
   * at a time for an account, after a call ended in `auth_expired`; it stores the new secret and makes that call once more.
   */
  renew?(session: AccountSession): Promise<NetworkResult<{ secret: Secret; accessEndsAt: number | null }>>
  /** Ends the access at the network where it can be ended; the secret is deleted in any case. */
  revoke(session: AccountSession): Promise<NetworkResult<null>>
  /**
   * Each login brings a secret of its own, and `revoke` ends what that one opens, never another login of the same account. Only then is what nobody uses
   * any more ended without being asked for.
   */
  readonly endsOneLogin?: true
}

export interface BrowserLogin {
  /**
   * `pending` is kept in memory for ten minutes and given back to `complete`; it may hold the verifier and client secret. `app`: the user's own, where the
   * capabilities speak of one; null: there is none. `identifier`: whose login it is, at networks that want to know beforehand.
   */
  begin(input: { serverUrl: string; identifier?: string | undefined; redirectUri: string; app: AppCredentials | null; signal: AbortSignal }): Promise<NetworkResult<{ loginUrl: string; state: string; pending: string }>>
  /** `issuer`: the server that the redirect names as its own sender (RFC 9207); null when it names none. `others`: one login opens several, and the person chooses. */
  complete(input: { pending: string; code: string; issuer: string | null; signal: AbortSignal }): Promise<NetworkResult<Opened & { readonly others?: readonly Opened[] }>>
  /** Asks the network whether it knows the app and its secret, without a login. `not_told`: it does not say before one. */
  checkApp?(input: { app: AppCredentials; redirectUri: string; signal: AbortSignal }): Promise<NetworkResult<'accepted' | 'not_told'>>
}

export interface BrowserConnect extends BrowserLogin {
  readonly kind: 'browser_login'
  whoAmI(session: AccountSession): Promise<NetworkResult<AccountIdentity>>
  /** As in AppPasswordConnect. */
  renew?(session: AccountSession): Promise<NetworkResult<{ secret: Secret; accessEndsAt: number | null }>>
  revoke(session: AccountSession): Promise<NetworkResult<null>>
  /** As in AppPasswordConnect. */
  readonly endsOneLogin?: true
}

/** A network where the person publishes, as they describe it. */
export interface AssistedAccount {
  readonly assistedId: AssistedId
  readonly networkName: string
  readonly address: string
  readonly handle: string
}

/** Nobody is asked who we are: the user says it (`accounts.addAssisted`). */
export interface ByHandConnect {
  readonly kind: 'by_hand'
  describe(account: AssistedAccount): NetworkResult<{ identity: AccountIdentity; secret: Secret }>
  whoAmI(session: AccountSession): Promise<NetworkResult<AccountIdentity>>
  renew?(session: AccountSession): Promise<NetworkResult<{ secret: Secret; accessEndsAt: number | null }>>
  revoke(session: AccountSession): Promise<NetworkResult<null>>
  readonly endsOneLogin?: true
}

/** Exactly what goes out, fixed when the intent was recorded. */
export interface Draft {
  readonly title: string
  /** The plain text as previewed and counted. */
  readonly text: string
  readonly document: RichDocument
  readonly media: readonly MediaToSend[]
  /** The item that is answered; null for a post of its own. */
  readonly replyTo: { readonly remoteId: string; readonly rootRemoteId: string; readonly authorHandle: string } | null
  /** Of the first link, where the sender builds the card (Bluesky): as the preview showed it. `picture` is a JPEG. Left out: none. */
  readonly card?: { readonly url: string; readonly title: string; readonly description: string; readonly picture: Uint8Array | null }
  /** Below the words; like the format, only where the capabilities have a rule for it. */
  readonly poll?: Poll
  readonly format?: PostFormat
  /** `message` stays private. */
  readonly audience: 'public' | 'message'
}

export interface Published {
  readonly remoteId: string
  readonly url: string | null
  /** Set while the network has taken it and is still at work (a video, a container): `resume` asks again with the token. */
  readonly pending?: PendingThere
}

/** `waitsForPerson`: the person publishes it; nobody is asked again until they say that it is out. */
export interface PendingThere {
  readonly token: string
  readonly askAgainAfterMs: number | null
  readonly waitsForPerson?: true
}

/** What is sent. The rest is for networks that refuse the same words once more: what stands there may be of an attempt before. */
export interface SendIntent extends Pick<SentIntent, 'idempotencyKey' | 'intentAt' | 'since' | 'isAnothers'> {
  /**
   * What a network made public only when it is told once more is called there: kept over a crash and given back as `begun`. Called before that last word; throws when it cannot be
   * kept, and then it must not be said. Never a secret.
   */
  readonly keepBegun?: (token: string) => void
}

/** What is looked for on a network: an intent of which something may have arrived. */
export interface SentIntent {
  readonly idempotencyKey: string
  readonly intentAt: number
  /** When the last attempt began, ms since the epoch by this computer's clock. */
  readonly sentAt: number
  /** What is older than this cannot be it. Left out: `sentAt`. */
  readonly since?: number
  /** Whether Vigie knows this one as something else that it published: the same words may have gone out before. */
  isAnothers?(remoteId: string): boolean
  /** What the last attempt gave to `keepBegun`; null: it certainly came no further than before that; left out: not known. */
  readonly begun?: string | null
}

/** What was sent of which nobody can tell: an answer to somebody, perhaps a private message. */
export interface LookedAt {
  readonly isAnswer: boolean
  readonly isMessage: boolean
}

/** What is done about something on the network. `report`: what its people are told, where it takes that. */
export interface ActTarget {
  readonly act: Act
  readonly remoteId: string
  readonly report?: Report | undefined
}

export interface Publisher {
  /**
   * Sends once. `idempotencyKey` is a UUID fixed with the intent; `intentAt` (ms) the moment it is meant to be out, fixed before the first send and
   * never changed while anything may have arrived. Bluesky derives its record key from both, Mastodon sends the key as header.
   * A failure of a preparing step (upload of media) that created nothing visible is `not_sent`.
   */
  publish(session: AccountSession, draft: Draft, intent: SendIntent): Promise<NetworkResult<Published>>
  /**
   * Looks on the network for what `publish` may have created. `none` only when the network would certainly show it by now; `cannot_tell` when
   * it is too early to say: look again later.
   */
  findPublished(session: AccountSession, draft: Draft, intent: SentIntent): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>>
  /** The account's own newest posts or answers, for a person to look through; null where it lists no such thing. Left out where it lists none. */
  listLast?(session: AccountSession, what: LookedAt): Promise<NetworkResult<readonly LastPost[] | null>>
  /** The account's own posts and answers since then; `isComplete`: all of them. Only where `findPublished` goes by a key of ours, and not by the words. */
  listSince?(session: AccountSession, since: number): Promise<NetworkResult<{ readonly posts: readonly LastPost[]; readonly isComplete: boolean }>>
  /** How far the network is with what it took, which it has: `rejected` only where it certainly publishes nothing of it. Left out where nothing is ever `pending`. */
  resume?(session: AccountSession, draft: Draft, token: string, known?: Pick<SendIntent, 'isAnothers'>): Promise<NetworkResult<Published>>
  /** Only the acts that the capabilities offer. Each but `report` leaves the same when it is done twice. */
  act?(session: AccountSession, target: ActTarget): Promise<NetworkResult<null>>
  /** Only where the capabilities offer it. The same again changes nothing. */
  edit?(session: AccountSession, target: EditTarget): Promise<NetworkResult<null>>
  setCover?: SetCover
  /** Both directions are idempotent on the network. Left out where the network has no likes. */
  setLiked?(session: AccountSession, target: { remoteId: string; liked: boolean }): Promise<NetworkResult<null>>
}

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
  handOver(session: AccountSession, draft: Draft, intent: { idempotencyKey: string; dueAt: number }): Promise<NetworkResult<WaitingThere | PublishedThere>>
  /** Looks for what `handOver` may have made: among what waits there first, then among what is out. `sentAt` is when that call began. */
  find(session: AccountSession, draft: Draft, intent: ScheduledPlace & { idempotencyKey: string; sentAt: number; isAnothersThere?(scheduledId: string): boolean }): Promise<NetworkResult<WaitingThere | PublishedThere | GoneThere | CannotTell>>
  read(session: AccountSession, draft: Draft, there: ScheduledPlace & { scheduledId: string }): Promise<NetworkResult<WaitingThere | PublishedThere | GoneThere | CannotTell>>
  /** The same call again changes nothing. */
  move(session: AccountSession, draft: Draft, there: ScheduledPlace & { scheduledId: string }, dueAt: number): Promise<NetworkResult<WaitingThere | PublishedThere | GoneThere | CannotTell>>
  /** Calls it back: `gone` afterwards, unless it is out already. The same call again changes nothing. */
  cancel(session: AccountSession, draft: Draft, there: ScheduledPlace & { scheduledId: string }): Promise<NetworkResult<PublishedThere | GoneThere | CannotTell>>
}

export interface InboxReader {
  /**
   * Everything since `cursor` (null: a first look back of a few pages). The cursor is opaque, stored in one transaction with the items.
   * Fetching the same twice is harmless. `more`: call again at once with `nextCursor`.
   */
  fetchSince(session: AccountSession, cursor: string | null): Promise<NetworkResult<{ items: readonly IncomingItem[]; nextCursor: string | null; more: boolean; pollAgainAfterMs: number | null }>>
}

/** What the network counts. What it does not tell is left out. */
export interface FiguresReader {
  /** `gone`: the post is no longer there. */
  ofPost(session: AccountSession, remoteId: string): Promise<NetworkResult<PostFigures | 'gone'>>
  ofAccount(session: AccountSession): Promise<NetworkResult<AccountFigures>>
}
