/**
 * LinkedIn's “little” format, in which the text of a post is sent: https://learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format
 * (read on 2026-11-21). Signs that mean something in it are written behind a backslash; people see, and LinkedIn counts, the text without.
 */
const reserved = /[\\|{}@[\]()<>*_~]/g
/** Of letters and figures alone: with anything else in it, the words stay and are no hashtag. */
const hashtag = /(?<![\p{L}\p{M}\p{N}_&/#])#(?=[\p{M}\p{N}]*\p{L})[\p{L}\p{M}\p{N}]+(?![\p{L}\p{M}\p{N}_])/gu

/** A plain text as it is sent: hashtags stay hashtags, everything else is what it looks like. */
export function toLittleText(text: string): string {
  let written = ''
  let from = 0
  for (const { 0: tag, index } of text.matchAll(hashtag)) {
    written += escape(text.slice(from, index)) + tag
    from = index + tag.length
  }
  return written + escape(text.slice(from))
}

function escape(text: string): string {
  return text.replaceAll(reserved, String.raw`\$&`).replaceAll('#', String.raw`\#`)
}

/** What people see of a text that LinkedIn gives: templates of hashtags and mentions, and escaped signs. */
export function fromLittleText(text: string): string {
  return text
    .replaceAll(/\{hashtag\|\\?[#＃]\|([^}]*)\}/gu, '#$1')
    .replaceAll(/@\[((?:\\.|[^\]\\])*)\]\([^)]*\)/gu, '@$1')
    .replaceAll(/\\([\\|{}@[\]()<>#*_~])/g, '$1')
}
