import { isFrench } from '../text/is-french.ts'
import type { TextRange } from '../text/find-web-addresses.ts'
import { maskNoWords } from './find-words.ts'
import { grammarRules, type GrammarRuleId } from './grammar-rules.ts'
import type { SpellingLanguage } from './spelling-language.ts'

export interface GrammarFind extends TextRange {
  readonly rule: GrammarRuleId
  readonly words: string
  /** What may stand there instead, the likeliest first. */
  readonly instead: readonly string[]
}

export interface GrammarOptions {
  readonly languages: readonly SpellingLanguage[]
  /** French typography is wanted: not everybody who writes French puts spaces before signs. */
  readonly isTypographyWanted: boolean
}

/** What a few certain rules object to in one paragraph, in order; no two at the same place. */
export function findGrammar(text: string, { languages, isTypographyWanted }: GrammarOptions): readonly GrammarFind[] {
  if (languages.length === 0 || text.trim() === '') return []
  const written = languageOf(text)
  const taken = maskNoWords(text)
  const finds: GrammarFind[] = []
  for (const { id, language, isSelfEvident, pattern, instead } of grammarRules) {
    if (language !== 'any' && !languages.includes(language)) continue
    if ((!isSelfEvident && language !== written) || (id === 'french_space' && !isTypographyWanted)) continue
    for (const match of text.matchAll(pattern)) {
      const [words] = match
      const [start, end] = [match.index, match.index + words.length]
      if (taken.subarray(start, end).includes(1)) continue
      taken.fill(1, start, end)
      finds.push({ rule: id, start, end, words, instead: instead(match) })
    }
  }
  return finds.toSorted((one, other) => one.start - other.start)
}

function languageOf(text: string): SpellingLanguage | null {
  const answer = isFrench(text)
  return answer === undefined ? null : answer ? 'fr' : 'en'
}
