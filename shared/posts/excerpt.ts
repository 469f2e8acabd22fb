import { splitGraphemes } from '../text/graphemes.ts'

const longest = 280

/** What lists show of a post: its title if it has one, else the beginning of its text on one line. At most 280 characters as people see them. No-break spaces stay: French sets them before its signs. */
export function excerptOf(title: string, text: string): string {
  const line = (title.trim() === '' ? text : title).replaceAll(/[^\S\u{a0}\u{202f}]+/gu, ' ').trim()
  if (line.length <= longest) return line
  // 280 graphemes lie within the first few thousand code units unless somebody plays with combining marks; the cut keeps this cheap.
  return splitGraphemes(line.slice(0, longest * 20)).slice(0, longest).join('')
}
