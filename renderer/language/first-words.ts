import { splitGraphemes } from '../../shared/text/graphemes.ts'

const longest = 32

/** The beginning of a text, by which people know the thing again: whole words, with an ellipsis when something follows. `—` when there is no text. */
export function firstWords(text: string): string {
  const line = text.replaceAll(/[^\S\u{a0}\u{202f}]+/gu, ' ').trim()
  const letters = splitGraphemes(line.slice(0, longest * 20))
  if (letters.length <= longest) return line === '' ? '—' : line
  const cut = letters.slice(0, longest + 1).join('')
  const lastSpace = cut.lastIndexOf(' ')
  return `${(lastSpace > longest / 2 ? cut.slice(0, lastSpace) : letters.slice(0, longest).join('')).replace(/[\s,;:.–—-]+$/u, '')}…`
}
