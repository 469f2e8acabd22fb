import type { GrammarRuleId } from '../../../shared/spelling/grammar-rules.ts'

/** Something underlined in a paragraph; positions in its text. */
export interface SpellingMark {
  readonly start: number
  readonly end: number
  readonly words: string
  /** What it is ignored by at one post. */
  readonly key: string
  /** A word that no dictionary knows, or what a rule objects to. */
  readonly about: { readonly kind: 'word'; readonly isInFrench: boolean | undefined } | { readonly kind: 'rule'; readonly rule: GrammarRuleId; readonly instead: readonly string[] }
}
