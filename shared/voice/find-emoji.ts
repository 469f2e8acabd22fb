export interface EmojiRange {
  readonly start: number
  readonly end: number
}

/** Flags, pictures, and pictures joined to one; digits, © and ™ are none unless they are written as pictures (https://unicode.org/reports/tr51/, read on 2026-11-21). */
const emoji = /\p{Regional_Indicator}\p{Regional_Indicator}|[#*\d]\uFE0F?\u20E3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)(?:\p{Emoji_Modifier}|\uFE0F|[\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic})*/gu

/** The emoji of a text in order, each as people see it. */
export function findEmoji(text: string): readonly EmojiRange[] {
  return [...text.matchAll(emoji)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
}
