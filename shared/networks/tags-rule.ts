import type { Sourced } from './sourced.ts'

/** Which tags a post may bear apart from its words. Hashtags among the words are words. */
export interface TagsRule {
  /** The field, as the network describes it. */
  readonly source: Sourced<string>
  readonly maxCount?: Sourced<number>
  /** Of one, in characters. */
  readonly maxEach?: Sourced<number>
  /** Of all, in characters: with a comma between two, and quotation marks around one that has a space. */
  readonly maxTogether?: Sourced<number>
  /** `hyphens`: small letters, and hyphens for spaces, as the network itself would write them · `one_word`: refused with anything but letters, figures and `_`. Left out: as they are. */
  readonly form?: 'hyphens' | 'one_word'
  /** Signs that the network would take out of one, beside those that it takes nowhere. Left out: none. */
  readonly refusedSigns?: Sourced<string>
  /** Those who read the post do not see them; searching finds it by them. Left out: they stand with the post. */
  readonly isHidden?: true
}
