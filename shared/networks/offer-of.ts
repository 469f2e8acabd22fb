import type { ConversationKind } from '../inbox/inbox-item.ts'
import { isBlock, type Act, type ActOffer } from './acts.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'

/** Whether an act can be done about something said in such a conversation: what is said in private has fewer. */
export function offerOf(act: Act, kind: ConversationKind, { acts, messageActs, mentionsAreShownAlone, blocksMessages, inbox }: Pick<NetworkCapabilities, 'acts' | 'messageActs' | 'mentionsAreShownAlone' | 'blocksMessages' | 'inbox'>): ActOffer {
  // What is ours there is the answer, and nothing else can be done about a review.
  if (kind === 'review') return act === 'delete' && inbox.reviews !== undefined ? 'yes' : 'none_there'
  if (kind === 'mention' && mentionsAreShownAlone === true) return 'not_by_interface'
  if (kind === 'message' && blocksMessages !== undefined && isBlock(act)) return 'yes'
  return kind === 'message' && messageActs?.includes(act) !== true ? 'not_yet' : acts[act]
}

/** Whether programs may answer what is said in such a conversation. */
export function takesReplies(kind: ConversationKind, { canReply, mentionsAreShownAlone, inbox }: Pick<NetworkCapabilities, 'canReply' | 'mentionsAreShownAlone' | 'inbox'>): boolean {
  if (kind === 'review') return inbox.reviews !== undefined
  return canReply && !(kind === 'mention' && mentionsAreShownAlone === true)
}
