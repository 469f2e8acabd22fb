import type { CaptionLanguage } from '../../../shared/captions/caption-languages.ts'
import type { Report } from '../../../shared/inbox/report.ts'
import type { Act } from '../../../shared/networks/acts.ts'
import type { LastPost } from '../../../shared/outbox/last-posts.ts'
import type { AccountSession } from './network-session.ts'
import type { Draft } from './network-draft.ts'
import type { NetworkResult } from './network-failure.ts'
import type { EditTarget } from './network-edit.ts'
import type { CaptionsToSend, MediaToSend } from './network-media.ts'

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
  /** What an attempt before gave to `keepBegun`, over a crash too: the network may have it still. Left out: nothing, or nobody knows. */
  readonly begunBefore?: string
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
export interface ActTarget extends Pick<SendIntent, 'keepBegun' | 'begunBefore'> {
  readonly act: Act
  readonly remoteId: string
  readonly report?: Report | undefined
  /** Of a mute that keeps somebody from writing: how long, counted from when it is done; null: until it is ended. */
  readonly minutes?: number | null | undefined
  /** Of a block that is about private messages alone (`capabilities.blocksMessages`): where they are written. */
  readonly conversationRemoteId?: string | undefined
}

/** A film that is there, and a list of the account's own. */
export interface ListTarget {
  readonly remoteId: string
  readonly listId: string
}

/** A film that is there, and a language. */
export interface FilmWithCaptions {
  readonly remoteId: string
  readonly language: CaptionLanguage
}

export type CaptionsTarget = FilmWithCaptions & Pick<CaptionsToSend, 'cues'>

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
  /** Only where the capabilities offer it. The same again changes nothing. Gives the post under its new number where each change makes another one (`edit.makesAnother`), else null. */
  edit?(session: AccountSession, target: EditTarget): Promise<NetworkResult<Published | null>>
  /** `edit` reads the newest version itself, and holds it against what was seen, before it writes: where each reading costs, nobody reads before it does. */
  readonly editReadsFirst?: true
  setCover?: SetCover
  /** Only where films go into lists of the account's own (`terms.film`): one that is there, once, whoever put it in. */
  addToList?(session: AccountSession, target: ListTarget): Promise<NetworkResult<null>>
  /** Whether it is in there. Changes nothing. */
  isInList?(session: AccountSession, target: ListTarget): Promise<NetworkResult<boolean>>
  /** Only where subtitles go to a film that is there (`captions.sent`), once, whoever put them there. */
  addCaptions?(session: AccountSession, target: CaptionsTarget): Promise<NetworkResult<null>>
  /** Whether the film has subtitles in that language that somebody gave it. Changes nothing. */
  hasCaptions?(session: AccountSession, film: FilmWithCaptions): Promise<NetworkResult<boolean>>
  /** Only where a post may go on to those who follow its channel from elsewhere (`framing.passedOn`): one that is there, once, whoever passed it on. */
  passOn?(session: AccountSession, target: { readonly remoteId: string }): Promise<NetworkResult<null>>
  /** Whether it went on. Changes nothing. */
  isPassedOn?(session: AccountSession, target: { readonly remoteId: string }): Promise<NetworkResult<boolean>>
  /** Both directions are idempotent on the network. Left out where the network has no likes. */
  setLiked?(session: AccountSession, target: { remoteId: string; liked: boolean }): Promise<NetworkResult<null>>
}

/** Only where the network takes covers by a call of its own (`cover.sent`): of a film that is there. The same again changes nothing. */
export type SetCover = (session: AccountSession, target: { readonly remoteId: string; readonly picture: MediaToSend }) => Promise<NetworkResult<null>>
