import type { ConversationState } from './inbox-item.ts'

export interface Arrival {
  /** null: the conversation began with what came in now. */
  readonly stateBefore: ConversationState | null
  /** Something by somebody else came in that nobody has answered or read. */
  readonly hasUnreadArrival: boolean
  /** Somebody waits for an answer of ours. */
  readonly isWaiting: boolean
}

/**
 * The state of a conversation after items came in. What somebody else writes brings a conversation back, done or snoozed: a person who
 * writes again must not be overlooked. One that starts out answered (from the phone, or before Vigie) starts out done.
 */
export function stateAfterArrival({ stateBefore, hasUnreadArrival, isWaiting }: Arrival): ConversationState {
  if (hasUnreadArrival) return 'open'
  return stateBefore ?? (isWaiting ? 'open' : 'done')
}
