import type { AttemptAnswer } from './attempt-facts.ts'

/**
 * Of an account that is connected: it was connected anew while a call with the old access was under way. No login would ever come to wake what was refused, so it is tried again.
 */
export function withoutStaleRefusal<Answer extends { readonly kind: string }>(answer: Answer | Failed): Answer | Failed {
  if (!isFailed(answer) || answer.failure.kind !== 'auth_revoked') return answer
  return { kind: 'failed', failure: { kind: 'auth_expired', error: answer.failure.error } }
}

type Failed = Extract<AttemptAnswer, { readonly kind: 'failed' }>

function isFailed(answer: { readonly kind: string }): answer is Failed {
  return answer.kind === 'failed'
}
