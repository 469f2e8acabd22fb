import type { Sourced } from './sourced.ts'

/** An address in a field of its own beside the words of a post. Where nobody writes one, the network, or Vigie for it, takes the first one of the words. */
export interface LinkRule {
  /** The field, as the network describes it. */
  readonly source: Sourced<string>
  /** In characters. */
  readonly max?: Sourced<number>
  /** It stands with pictures and videos; else these take its place, and so does a poll. */
  readonly besideFiles: boolean
}
