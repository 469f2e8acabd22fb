import type { ReactionKind } from '../../../shared/figures/reaction-kinds.ts'
import type { ConversationKind } from '../../../shared/inbox/inbox-item.ts'
import type { Stars } from '../../../shared/inbox/stars.ts'

/** What a network tells of a post of ours as it happens, and not when it is asked: all reactions that stand there, not only new ones. */
export interface CountedReactions {
  /** Of one message; a post may be several (`SeveralInOne.namesIn`). */
  readonly remoteId: string
  /** By the network's clock, ms since the epoch. */
  readonly countedAt: number
  readonly kinds: readonly ReactionKind[]
}

/** One message, comment or mention as it came in. Text is plain; HTML has been turned into text. */
export interface IncomingItem {
  readonly remoteId: string
  /** All items with the same root and kind make one conversation. */
  readonly conversationRemoteId: string
  readonly kind: ConversationKind
  readonly parentRemoteId: string | null
  /** The post of ours under which it stands, when there is one; also one thing of several in it (`SeveralInOne`). */
  readonly ourPostRemoteId: string | null
  readonly authorName: string
  readonly authorHandle: string
  readonly isOwn: boolean
  readonly text: string
  readonly url: string | null
  readonly createdAt: number
  readonly attachmentCount: number
  readonly isLiked: boolean
  readonly isHeld: boolean
  /** The network says that this account may hide it, as a moderator; only where that is what it takes (`capabilities.hideIsForModerators`). Left out: it may not. */
  readonly mayHide?: boolean
  /** The place where it stands, out of which this account may keep its author (`capabilities.moderatedAuthors`). Left out: it may not. */
  readonly keepOutPlace?: string
  /** This account may close it to answers (`capabilities.lock`). `place`: what is closed, the same for all that stands there. Left out: it may not. */
  readonly lock?: { readonly place: string; readonly isLocked: boolean }
  /** It holds a post of ours for its readers to see. Left out: it quotes nothing of ours, or the network does not tell. */
  readonly quotes?: IncomingQuote
  /** Of a review, and of nothing else: it is a conversation of its own, so `conversationRemoteId` is its `remoteId`. Its text may be empty. */
  readonly review?: IncomingReview
}

/** `text`: what our post says, empty where that is not told. `isDetached`: its readers are not shown our post any more. */
export interface IncomingQuote {
  readonly remoteId: string
  readonly text: string
  readonly isDetached: boolean
}

export interface IncomingReview {
  readonly stars: Stars
  /** When the person last changed it, ms since the epoch; null: never, or the network does not tell. An answer of the owner's is no change. */
  readonly editedAt: number | null
  /** What the owner answers there now, whoever wrote it and wherever; null: nothing. The inbox makes an item of it, so the adapter gives none of its own. */
  readonly reply: OwnerReply | null
}

/** There is one alone, so another one takes its place. `isHeld`: the network has not let others see it yet. */
export interface OwnerReply extends Pick<IncomingItem, 'remoteId' | 'text' | 'isHeld'> {
  /** Or last changed, ms since the epoch. */
  readonly writtenAt: number
  /** The network looked at it and refused it: nobody sees it, and it is no answer yet. */
  readonly isRefused?: true
}
