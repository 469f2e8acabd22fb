import type { SpellingLanguage } from '../../../shared/spelling/spelling-language.ts'

/** Where the words and the library lie; absolute paths. */
export interface SpellingFiles {
  /** The code of the thread. */
  readonly worker: string
  /** Hunspell, as WebAssembly. */
  readonly library: string
  /** For each language one set of rules, and the lists of words that follow it. */
  readonly dictionaries: Readonly<Record<SpellingLanguage, { readonly rules: string; readonly words: readonly string[] }>>
}

/** What the thread is told when it starts. */
export type SpellingWorkerData = Omit<SpellingFiles, 'worker'>

export type SpellingQuestion =
  | { readonly kind: 'check'; readonly words: readonly string[]; readonly languages: readonly SpellingLanguage[] }
  | { readonly kind: 'suggest'; readonly word: string; readonly languages: readonly SpellingLanguage[] }

/** A question with its number; the answer carries the same. */
export interface SpellingTask {
  readonly sequence: number
  readonly question: SpellingQuestion
}

/** Words that no language knows, or what may have been meant. */
export type SpellingAnswer = { readonly sequence: number } & ({ readonly words: readonly string[] } | { readonly failure: string })
