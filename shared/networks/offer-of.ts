import type { ConversationKind } from '../inbox/inbox-item.ts'
import type { Act, ActOffer } from './acts.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'

/** Whether an act can be done about something said in such a conversation: what is said in private has fewer. */
export function offerOf(act: Act, kind: ConversationKind, { acts, messageActs, mentionsAreShownAlone }: Pick<NetworkCapabilities, 'acts' | 'messageActs' | 'mentionsAreShownAlone'>): ActOffer {
  if (kind === 'mention' && mentionsAreShownAlone === true) return 'not_by_interface'
  return kind === 'message' && messageActs?.includes(act) !== true ? 'not_yet' : acts[act]
}

/** Whether programs may answer what is said in such a conversation. */
export function takesReplies(kind: ConversationKind, { canReply, mentionsAreShownAlone }: Pick<NetworkCapabilities, 'canReply' | 'mentionsAreShownAlone'>): boolean {
  return canReply && !(kind === 'mention' && mentionsAreShownAlone === true)
}
