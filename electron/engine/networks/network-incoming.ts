import type { ConversationKind } from '../../../shared/inbox/inbox-item.ts'

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
}
