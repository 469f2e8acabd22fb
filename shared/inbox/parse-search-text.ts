import { soughtWords, type SoughtWords } from '../text/mark-words.ts'

/** Words beyond these say nothing more; a pasted page is not a question. */
const maxTerms = 12
/** A prefix of one letter would gather a tenth of all words: it counts as a word of its own until the next letter is typed. */
const shortestPrefix = 2

/** `numbers`: a plural finds its singular, too. */
export type SearchReach = 'words' | 'numbers'

interface Term {
  readonly text: string
  /** It stood between quotation marks, and is meant as it is. */
  readonly isQuoted: boolean
  /** Nothing follows it: the word may go on. */
  readonly isLast: boolean
}

/**
 * What somebody typed into the search field as a query for SQLite's full-text index: all words have to be there, the last one may be
 * unfinished (unless a space follows it), "quoted words" have to stand together. Nothing in the text is an operator: AND, -, *, ^, : and
 * brackets are only characters. null when no letter or digit is left to look for.
 */
export function parseSearchText(text: string, reach: SearchReach = 'words'): string | null {
  const terms = termsOf(text)
  if (terms.length === 0) return null
  const queries = terms.map((term) => toQuery(term, reach))
  // Alternatives want the word between them and the rest.
  return queries.join(queries.some((query) => query.startsWith('(')) ? ' AND ' : ' ')
}

/** The same words, for marking them where they were found. */
export function soughtInSearch(text: string, reach: SearchReach = 'words'): readonly SoughtWords[] {
  return termsOf(text).flatMap((term) => {
    const single = singularOf(term, reach)
    return [soughtWords(term.text, mayGoOn(term)), ...(single === null ? [] : [soughtWords(single, false)])]
  })
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
    terms.push({ text: words, isQuoted, isLast: isOpen && isAtEnd && !/\s$/u.test(text) })
  }
  return terms
}

/** The index cuts a quoted string into words by itself, at the same borders as the messages: `l'eau` is l followed by eau. */
function toQuery(term: Term, reach: SearchReach): string {
  const quoted = `"${term.text.replaceAll('"', '')}"${mayGoOn(term) ? '*' : ''}`
  const single = singularOf(term, reach)
  return single === null ? quoted : `(${quoted} OR "${single}")`
}

/** `galettes` finds `galette` as well, `gâteaux` finds `gâteau`: who looks for a thing does not remember how many there were. null: the word is in no plural, or so short that the rest would be another word. */
function singularOf({ text, isQuoted }: Term, reach: SearchReach): string | null {
  return isQuoted || reach === 'words' ? null : (/^((?:\p{L}\p{M}*){4,})[sx]$/iu.exec(text)?.[1] ?? null)
}

function mayGoOn({ text, isLast }: Term): boolean {
  const lastWord = /[\p{L}\p{N}\p{M}]+(?=[^\p{L}\p{N}]*$)/u.exec(text)?.[0] ?? ''
  return isLast && [...lastWord].length >= shortestPrefix
}
