import type { CallSummary } from '../../../../shared/outbox/call-summary.ts'

export type CallWord = 'accepted' | 'refused' | 'slow_down' | 'no_access' | 'elsewhere' | 'trouble' | 'no_answer' | 'not_reached'

/** What a request came to, without its number. */
export function callWord({ status, reached }: Pick<CallSummary, 'status' | 'reached'>): CallWord {
  if (status === null) return reached ? 'no_answer' : 'not_reached'
  if (status === 429) return 'slow_down'
  if (status === 401) return 'no_access'
  if (status >= 500) return 'trouble'
  if (status >= 400) return 'refused'
  return status >= 300 ? 'elsewhere' : 'accepted'
}
