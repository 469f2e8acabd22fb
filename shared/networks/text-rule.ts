import type { Sourced } from './sourced.ts'

/**
 * How a network counts the length of a text. `graphemes` and `code_points` as in Unicode; `x_weight` by X's own weights, links included; `emoji_bytes`: an emoji
 * counts as its bytes in UTF-8, everything else as code points.
 */
export interface TextRule {
  readonly unit: 'graphemes' | 'code_points' | 'utf16' | 'x_weight' | 'emoji_bytes'
  /** The network is sent the marks of the formatting, and counts them too: a backslash before a sign, the stars around a bold word. Left out: plain text. */
  readonly notation?: 'markdown'
  /** null: no limit that matters. A server may set its own (Account.serverLimits wins). */
  readonly max: Sourced<number | null>
  /** Where a text beside images is held shorter than one that stands alone. */
  readonly maxWithMedia?: Sourced<number>
  /** Where what stands below a post, as a comment or an answer, is held shorter than a post. */
  readonly maxOfComment?: Sourced<number>
  /** Upper bound on UTF-8 bytes, beside `max`. */
  readonly maxBytes: Sourced<number | null>
  /** Each http(s) address counts as this many, however long it is; null: counted as written. */
  readonly charactersPerUrl: Sourced<number | null>
  /** `@user@server` counts without the server part (Mastodon). */
  readonly remoteMentionCountsLocalPartOnly: boolean
  /** More different web addresses than this are refused. */
  readonly maxLinks?: Sourced<number>
  /** More hashtags than `max` are refused, where there is such a bound; more than `fewer` cost reach there, or are left out. */
  readonly hashtags?: { readonly fewer: Sourced<number>; readonly max?: Sourced<number> }
  /** More names behind an `@` are refused. */
  readonly maxMentions?: Sourced<number>
  /** More share symbols (`$ABC`) are refused. */
  readonly maxCashtags?: Sourced<number>
}
