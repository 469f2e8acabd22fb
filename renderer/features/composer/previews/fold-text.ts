import type { Fold } from '../../../../shared/networks/preview-facts.ts'

export interface FoldedText {
  readonly shown: string
  /** What only shows behind “See more”; empty for a short text. */
  readonly rest: string
}

/** Where a network folds a long text: what stands above “See more”, and what only shows behind it. It cuts between words. */
export function foldText(text: string, longest: number): FoldedText {
  // No text has more characters than code units.
  if (text.length <= longest) return { shown: text, rest: '' }
  const end = endOfGraphemes(text, longest)
  if (end === null) return { shown: text, rest: '' }
  const space = text.slice(0, end).search(/\s\S*$/)
  const cut = space > 0 ? space : end
  return { shown: text.slice(0, cut), rest: text.slice(cut).trimStart() }
}

/** The same by the rule of a network; null: it folds nothing. */
export function foldAt(text: string, fold: Fold | null): FoldedText {
  if (fold === null) return { shown: text, rest: '' }
  return 'characters' in fold ? foldText(text, fold.characters) : foldLines(text, fold)
}

/** A line that is too long for the page takes the place of several. */
function foldLines(text: string, { lines, perLine }: Extract<Fold, { lines: number }>): FoldedText {
  let left = lines
  let start = 0
  for (const line of text.split('\n')) {
    const taken = Math.max(1, Math.ceil(line.length / perLine))
    if (taken > left) {
      const { shown, rest } = left === 0 ? { shown: '', rest: '' } : foldText(line, left * perLine)
      const cut = left === 0 || rest === '' ? start : start + shown.length
      return { shown: text.slice(0, cut).trimEnd(), rest: text.slice(cut).trimStart() }
    }
    left -= taken
    start += line.length + 1
  }
  return { shown: text, rest: '' }
}

interface KnownEnd {
  /** The beginning of the text, with what follows the end as far as it can say where a character ends. */
  readonly beginning: string
  readonly end: number
}

/** Where a text ended last, by how much was asked of it: what is typed further down does not change it. */
const knownEnds = new Map<number, KnownEnd>()

/** Where the first so many characters end; null when there are no more. It reads no further than that. */
function endOfGraphemes(text: string, count: number): number | null {
  const known = knownEnds.get(count)
  if (known !== undefined && text.startsWith(known.beginning)) return known.end
  const end = findEnd(text, count)
  // Where a character ends depends on what stands before it and on the one code point behind it.
  if (end !== null && end + 2 <= text.length) knownEnds.set(count, { beginning: text.slice(0, end + 2), end })
  return end
}

function findEnd(text: string, count: number): number | null {
  let place = 0
  for (const { index } of segmenter.segment(text)) {
    if (place === count) return index
    place += 1
  }
  return null
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
