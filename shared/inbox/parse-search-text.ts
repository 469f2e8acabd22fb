import { soughtWords, type SoughtWords } from '../text/mark-words.ts'

/** Words beyond these say nothing more; a pasted page is not a question. */
const maxTerms = 12
/** A prefix of one letter would gather a tenth of all words: it counts as a word of its own until the next letter is typed. */
const shortestPrefix = 2

interface Term {
  readonly text: string
  /** Nothing follows it: the word may go on. */
  readonly isLast: boolean
}

/**
 * What somebody typed into the search field as a query for SQLite's full-text index: all words have to be there, the last one may be
 * unfinished (unless a space follows it), "quoted words" have to stand together. Nothing in the text is an operator: AND, -, *, ^, : and
 * brackets are only characters. null when no letter or digit is left to look for.
 */
export function parseSearchText(text: string): string | null {
  const terms = termsOf(text)
  if (terms.length === 0) return null
  return terms.map(toQuery).join(' ')
}

/** The same words, for marking them where they were found. */
export function soughtInSearch(text: string): readonly SoughtWords[] {
  return termsOf(text).map((term) => soughtWords(term.text, mayGoOn(term)))
}

function termsOf(text: string): readonly Term[] {
  // A NUL would end the query for SQLite, in the middle of a quoted string.
  return splitTerms(text.replaceAll('\0', ' ')).slice(0, maxTerms)
}

function splitTerms(text: string): readonly Term[] {
  const terms: Term[] = []
  for (const match of text.matchAll(/["“”«»]([^"“”«»]*)(["“”«»]|$)|[^\s"“”«»]+/gu)) {
    const isQuoted = match[1] !== undefined
    const words = (match[1] ?? match[0]).trim()
    if (!/[\p{L}\p{N}]/u.test(words)) continue
    const isOpen = !isQuoted || match[2] === ''
    const isAtEnd = match.index + match[0].length === text.length
    terms.push({ text: words, isLast: isOpen && isAtEnd && !/\s$/u.test(text) })
  }
  return terms
}

/** The index cuts a quoted string into words by itself, at the same borders as the messages: `l'eau` is l followed by eau. */
function toQuery(term: Term): string {
  const quoted = `"${term.text.replaceAll('"', '')}"`
  return mayGoOn(term) ? `${quoted}*` : quoted
}

function mayGoOn({ text, isLast }: Term): boolean {
  const lastWord = /[\p{L}\p{N}\p{M}]+(?=[^\p{L}\p{N}]*$)/u.exec(text)?.[0] ?? ''
  return isLast && [...lastWord].length >= shortestPrefix
}
