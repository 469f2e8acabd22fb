import type { SpellingLanguage } from '../../../shared/spelling/spelling-language.ts'
import { studio } from '../../bridge/studio-client.ts'

/** What the dictionaries have said since the window opened, so that a word is asked for once. */
export interface WordBook {
  /** `undefined`: nobody has asked yet. */
  isKnown(word: string): boolean | undefined
  /** Answers whether anything is known now that was not before. */
  ask(words: readonly string[]): Promise<boolean>
  /** What may have been meant, the likeliest first; empty also when nothing could be learnt. */
  suggest(word: string): Promise<readonly string[]>
}

/** More than a year's words; then it begins anew. */
const mostWords = 50_000
/** As many as one request carries. */
const atOnce = 2_000

export function createWordBook(languages: readonly SpellingLanguage[]): WordBook {
  const verdicts = new Map<string, boolean>()
  const suggestions = new Map<string, Promise<readonly string[]>>()

  async function lookUp(word: string): Promise<readonly string[]> {
    const answer = await studio.request('spelling.suggest', { word, languages: [...languages] })
    if (!answer.ok) suggestions.delete(word)
    return answer.ok ? answer.value.suggestions : []
  }

  return {
    isKnown: (word) => verdicts.get(word),
    async ask(words) {
      const asked = [...new Set(words)].filter((word) => !verdicts.has(word)).slice(0, atOnce)
      if (asked.length === 0) return false
      const answer = await studio.request('spelling.check', { words: asked, languages: [...languages] })
      // Silent: without dictionaries one writes as before, and the log says why.
      if (!answer.ok) return false
      if (verdicts.size > mostWords) verdicts.clear()
      const unknown = new Set(answer.value.unknown)
      for (const word of asked) verdicts.set(word, !unknown.has(word))
      return true
    },
    suggest(word) {
      const known = suggestions.get(word) ?? lookUp(word)
      suggestions.set(word, known)
      return known
    }
  }
}

const books = new Map<string, WordBook>()

/** The same for the same languages in the same order: the first one's suggestions come first. */
export function wordBookFor(languages: readonly SpellingLanguage[]): WordBook {
  const key = languages.join(' ')
  const book = books.get(key) ?? createWordBook(languages)
  books.set(key, book)
  return book
}
