import type { TextRule } from '../networks/network-capabilities.ts'
import { findWebAddresses } from './find-web-addresses.ts'
import { countEmojiAsBytes } from './count-emoji-as-bytes.ts'
import { countGraphemes } from './graphemes.ts'
import { countUtf8Bytes } from './utf8.ts'
import { weighXText } from './x/weigh-x-text.ts'

/** What a server says about itself goes before what is known of its network. */
export interface ServerTextLimits {
  readonly maxCharacters: number | null
  readonly charactersPerUrl: number | null
}

export interface TextCount {
  /** In the network's own unit. */
  readonly count: number
  readonly max: number | null
  readonly bytes: number
  readonly maxBytes: number | null
  /** What may still be written, in the network's unit; negative when too long; null without limit. */
  readonly remaining: number | null
  readonly isTooLong: boolean
}

/** Counts a text as the network that it is for will count it, alone or beside images. */
export function countText(text: string, rule: TextRule, server: ServerTextLimits | null = null, hasMedia = false): TextCount {
  const perUrl = server?.charactersPerUrl ?? rule.charactersPerUrl.value
  const max = maxOf(rule, server, hasMedia)
  const maxBytes = rule.maxBytes.value
  const count = countInUnit(shortenAsCounted(text, perUrl, rule.remoteMentionCountsLocalPartOnly), rule.unit)
  const bytes = countUtf8Bytes(text)
  const isOverCount = max !== null && count > max
  const isOverBytes = maxBytes !== null && bytes > maxBytes
  return { count, max, bytes, maxBytes, remaining: max === null ? null : max - count, isTooLong: isOverCount || isOverBytes }
}

function maxOf(rule: TextRule, server: ServerTextLimits | null, hasMedia: boolean): number | null {
  if (hasMedia && rule.maxWithMedia !== undefined) return rule.maxWithMedia.value
  return server?.maxCharacters ?? rule.max.value
}

function countInUnit(text: string, unit: TextRule['unit']): number {
  switch (unit) {
    case 'graphemes':
      return countGraphemes(text)
    case 'code_points':
      return [...text].length
    case 'utf16':
      return text.length
    case 'emoji_bytes':
      return countEmojiAsBytes(text)
    case 'x_weight':
      return weighXText(text).weight
  }
}

/** Puts a placeholder of the right length for what the network counts otherwise than as written. */
function shortenAsCounted(text: string, charactersPerUrl: number | null, localMentions: boolean): string {
  let counted = ''
  let from = 0
  const between = (until: number): string => (localMentions ? dropMentionServers(text.slice(from, until)) : text.slice(from, until))
  if (charactersPerUrl !== null) {
    for (const { start, end, address } of findWebAddresses(text)) {
      if (!hasPublicName(address)) continue
      counted += between(start) + 'x'.repeat(charactersPerUrl)
      from = end
    }
  }
  return counted + between(text.length)
}

/** Networks shorten only what they will turn into a link: `http://localhost/…` is counted as written. */
function hasPublicName(address: string): boolean {
  return /\.\p{L}[\p{L}\p{N}-]*$/u.test(address.replace(/^https?:\/\//i, '').replace(/[/?#].*$/su, '').replace(/:\d+$/, ''))
}

/** Mastodon counts `@name@server.example` as `@name` (StatusLengthValidator, read on 2026-11-21). */
function dropMentionServers(text: string): string {
  return text.replaceAll(/(?<![=/\p{L}\p{N}_])@([\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*)@[\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*(?::\d+)?/giu, '@$1')
}
