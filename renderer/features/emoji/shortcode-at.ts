import { lastWord } from '../../../shared/text/last-word.ts'

export interface Shortcode {
  /** What stands behind the colon, or between the two. */
  readonly name: string
  /** Code units from the first colon to the end of the text. */
  readonly length: number
}

/** A name has two signs or more and begins with a letter or figure, as no smiley made of signs does; `+1` and `-1` are the exceptions. */
const namePattern = String.raw`([\p{L}\p{N}][\p{L}\p{M}\p{N}_+-]+|[+-]1)`
const opened = new RegExp(`:${namePattern}$`, 'u')
const closed = new RegExp(`:${namePattern}:$`, 'u')

/** The name being typed behind a colon at the end of a text, and null in addresses, hours and code. `before`: the paragraph up to the cursor. */
export function openShortcode(before: string): Shortcode | null {
  return shortcodeAt(before, opened)
}

/** The whole `:name:` that a text ends with. */
export function closedShortcode(before: string): Shortcode | null {
  return shortcodeAt(before, closed)
}

function shortcodeAt(before: string, pattern: RegExp): Shortcode | null {
  const match = pattern.exec(before)
  const name = match?.[1]
  if (match === null || name === undefined) return null
  const prior = before.slice(0, match.index)
  return canBeginAfter(prior) && !isWithinCode(before) ? { name, length: match[0].length } : null
}

/** Behind a word or figure a colon is an hour, an address or a clause; behind a space, a bracket, a sentence's end or another emoji it can begin a name. */
function canBeginAfter(prior: string): boolean {
  const word = lastWord(prior)
  if (/^[@#/]|[/\\=&]|www\./iu.test(word)) return false
  return word === '' || /[([{«"“'‘’!?…,;.)—–\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\uFE0F]$/u.test(word)
}

/** An odd number of backticks: the last one is still open. */
function isWithinCode(before: string): boolean {
  return (before.match(/`/g)?.length ?? 0) % 2 === 1
}
