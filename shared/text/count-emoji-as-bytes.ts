import { splitGraphemes } from './graphemes.ts'
import { countUtf8Bytes } from './utf8.ts'

/** Shown as a picture: by itself, by a mark behind it, as a flag, as a key; signs such as © are text. */
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20E3/u

/** As Threads counts: an emoji is as long as its bytes in UTF-8, everything else counts in code points (https://developers.facebook.com/docs/threads/overview, read on 2026-11-21). */
export function countEmojiAsBytes(text: string): number {
  if (!emoji.test(text)) return [...text].length
  return splitGraphemes(text).reduce((count, grapheme) => count + (emoji.test(grapheme) ? countUtf8Bytes(grapheme) : [...grapheme].length), 0)
}
