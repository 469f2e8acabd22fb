import { foldText } from '../text/fold-text.ts'

/**
 * A set of hashtags made of whatever was typed or pasted: words, commas, lines, with or without their sign; each once. What a network would cut at
 * (`bord-de-mer`) is joined with capitals, which screen readers read as words.
 */
export function toHashtags(typed: string): string {
  const tags = typed.split(/[\s,;#]+/u).map(joinedWord).filter((tag) => /\p{L}/u.test(tag))
  const seen = new Map(tags.toReversed().map((tag) => [foldText(tag), tag]))
  return [...new Set(tags.map((tag) => foldText(tag)))].map((folded) => `#${seen.get(folded) ?? ''}`).join(' ')
}

function joinedWord(word: string): string {
  const pieces = word.normalize('NFC').split(/[^\p{L}\p{M}\p{N}_]+/u).filter((piece) => piece !== '')
  return pieces.length < 2 ? (pieces[0] ?? '') : pieces.map((piece) => piece.charAt(0).toUpperCase() + piece.slice(1)).join('')
}
