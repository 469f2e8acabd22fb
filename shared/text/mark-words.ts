import { elidedWord, foldText, wordsOf } from './fold-text.ts'

/** Words that were looked for: they stand together, in this order; with `isPrefix` the last one may go on. */
export interface SoughtWords {
  readonly words: readonly string[]
  readonly isPrefix: boolean
  /** Whether a word of the text is one of these: `isSameWord` where left out. */
  isOne?(there: string, sought: string): boolean
}

/** A piece of a text; the pieces side by side are the whole. */
export interface TextPiece {
  readonly text: string
  readonly isFound: boolean
}

interface Place {
  readonly word: string
  readonly from: number
  readonly until: number
}

/** A word with its accents, however they are written; scripts without spaces letter by letter, as `wordsOf` takes them. */
const wordInPlace =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}]\p{M}*)+/gu

/** Cuts a text where the words that were looked for begin and end. Case, accents and elided articles do not matter: `l’été` holds `ete`. */
export function markWords(text: string, sought: readonly SoughtWords[]): readonly TextPiece[] {
  const places = placesOf(text)
  const isFound = new Set<number>()
  for (const wanted of sought) for (const place of findAll(places, wanted)) isFound.add(place)
  return cut(text, places, isFound)
}

/** Where the words stand together, each find from its first word to its last; positions in UTF-16 code units. */
export function findPhrases(text: string, sought: SoughtWords): readonly { readonly start: number; readonly end: number }[] {
  const places = placesOf(text)
  const { words } = sought
  const found = findAll(places, sought)
  return Array.from({ length: words.length === 0 ? 0 : found.length / words.length }, (_, find) => {
    const [first, last] = [places[found[find * words.length] ?? -1], places[found[(find + 1) * words.length - 1] ?? -1]]
    return { start: first?.from ?? 0, end: last?.until ?? 0 }
  })
}

/** The text as it is typed for a search, as words to mark. */
export function soughtWords(text: string, isPrefix: boolean): SoughtWords {
  return { words: wordsOf(text), isPrefix }
}

function placesOf(text: string): readonly Place[] {
  const places: Place[] = []
  for (const { 0: match, index } of text.matchAll(wordInPlace)) {
    const until = index + match.length
    // The article of `l’eau` parts no phrase and is no word of its own.
    if (elidedWord.test(match) && /^['’ʼ＇][\p{L}\p{N}]/u.test(text.slice(until))) continue
    places.push({ word: foldText(match), from: index, until })
  }
  return places
}

/** Numbers of all words that belong to a find. */
function findAll(places: readonly Place[], { words, isPrefix, isOne = isSameWord }: SoughtWords): readonly number[] {
  if (words.length === 0) return []
  return places.flatMap((_, start) => {
    const fits = words.every((word, index) => {
      const there = places[start + index]?.word
      return there !== undefined && (isOne(there, word) || (isPrefix && index === words.length - 1 && there.startsWith(word)))
    })
    return fits ? words.map((_word, index) => start + index) : []
  })
}

function isSameWord(there: string, sought: string): boolean {
  return there === sought
}

/** Neighbours that are found are one piece, with what stands between them. */
function cut(text: string, places: readonly Place[], isFound: ReadonlySet<number>): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const [number, { from, until }] of places.entries()) {
    if (!isFound.has(number)) continue
    const last = pieces.at(-1)
    const isJoined = isFound.has(number - 1) && last !== undefined
    if (isJoined) pieces[pieces.length - 1] = { text: last.text + text.slice(at, until), isFound: true }
    else pieces.push(...(from > at ? [{ text: text.slice(at, from), isFound: false }] : []), { text: text.slice(from, until), isFound: true })
    at = until
  }
  return at < text.length ? [...pieces, { text: text.slice(at), isFound: false }] : pieces
}

/** How much of a long text stands before what was found in it, in characters. */
const lead = 36

/** For a line that shows only a beginning: starts shortly before the first find, at a word. */
export function startAtFind(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const [first, ...rest] = pieces
  if (first === undefined || first.isFound || rest.length === 0 || first.text.length <= lead) return pieces
  const kept = first.text.slice(-lead).replace(/^\S*\s+/u, '')
  return [{ text: `… ${kept}`, isFound: false }, ...rest]
}
