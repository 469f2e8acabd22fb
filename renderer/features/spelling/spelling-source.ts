import { findGrammar } from '../../../shared/spelling/find-grammar.ts'
import { findWords } from '../../../shared/spelling/find-words.ts'
import type { GrammarRuleId } from '../../../shared/spelling/grammar-rules.ts'
import { ownWords } from '../../../shared/spelling/own-words.ts'
import { languagesOf } from '../../../shared/spelling/spelling-language.ts'
import { isFrench } from '../../../shared/text/is-french.ts'
import type { Voice } from '../../../shared/voice/voice.ts'
import type { SpellingMark } from './spelling-mark.ts'
import { wordBookFor } from './word-book.ts'

/** Looks through a paragraph with what is known by now. */
export interface SpellingSource {
  /** `missing`: words that have to be asked for first. */
  look(text: string): { readonly marks: readonly SpellingMark[]; readonly missing: readonly string[] }
  /** Answers whether a second look would find more. */
  ask(words: readonly string[]): Promise<boolean>
}

export type SpelledVoice = Pick<Voice, 'spelling' | 'dictionary' | 'ignored'>

/** By what rules are ignored for ever. */
export function ruleKey(rule: GrammarRuleId): string {
  return `grammar:${rule}`
}

/** Null where nothing is to be checked. `ignored`: the keys of marks that nobody wants to see at this post. */
export function createSpellingSource(voice: SpelledVoice, ignored: ReadonlySet<string>, isTypographyWanted: boolean): SpellingSource | null {
  const languages = languagesOf(voice.spelling)
  if (languages.length === 0) return null
  const book = wordBookFor(languages)
  const isOwn = ownWords(voice.dictionary, languages)
  const ignoredForEver = new Set(voice.ignored)

  return {
    look(text) {
      const words = findWords(text).filter(({ word }) => !isOwn(word))
      const isInFrench = isFrench(text)
      const unknown = words.filter(({ word }) => book.isKnown(word) === false).map(({ start, end, word }): SpellingMark => ({ start, end, words: word, key: `word:${word}`, about: { kind: 'word', isInFrench } }))
      const rules = findGrammar(text, { languages, isTypographyWanted }).filter(({ rule }) => !ignoredForEver.has(ruleKey(rule))).map(({ rule, start, end, words: written, instead }): SpellingMark => ({ start, end, words: written, key: `${ruleKey(rule)}:${written}`, about: { kind: 'rule', rule, instead } }))
      const outside = ({ start, end }: SpellingMark): boolean => !rules.some((other) => other.start < end && start < other.end)
      return {
        marks: [...rules, ...unknown.filter(outside)].filter(({ key }) => !ignored.has(key)).toSorted((one, other) => one.start - other.start),
        missing: words.filter(({ word }) => book.isKnown(word) === undefined).map(({ word }) => word)
      }
    },
    ask: (words) => book.ask(words)
  }
}
