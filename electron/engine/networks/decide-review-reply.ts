import { plainWords } from '../../../shared/text/plain-words.ts'
export interface ReviewReplyFacts {
  /** What the owner answers there now; null: nothing. */
  readonly there: string | null
  /** What the person saw when they wrote; null: nothing. */
  readonly was: string | null
  readonly wanted: string
}

/**
 * Pure. `is_there`: it went out already. `answered_there`: somebody wrote other words meanwhile, which are not written over before a person has seen them. An answer that was taken away meanwhile stands in
 * nobody's way.
 */
export function decideReviewReply({ there, was, wanted }: ReviewReplyFacts): 'send' | 'is_there' | 'answered_there' {
  if (there !== null && isSame(there, wanted)) return 'is_there'
  return there === null || (was !== null && isSame(there, was)) ? 'send' : 'answered_there'
}

/** Networks trim, and have ends of line of their own. */
function isSame(one: string, other: string): boolean {
  return plainWords(one) === plainWords(other)
}
