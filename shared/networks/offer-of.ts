import type { ConversationKind } from '../inbox/inbox-item.ts'
import type { Act, ActOffer } from './acts.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'

/** Whether an act can be done about something said in such a conversation: what is said in private has fewer. */
export function offerOf(act: Act, kind: ConversationKind, { acts, messageActs }: Pick<NetworkCapabilities, 'acts' | 'messageActs'>): ActOffer {
  return kind === 'message' && messageActs?.includes(act) !== true ? 'not_yet' : acts[act]
}
