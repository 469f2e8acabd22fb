import type { TextRule } from '../networks/text-rule.ts'
import { findWebAddresses } from './find-web-addresses.ts'
import { countEmojiAsBytes } from './count-emoji-as-bytes.ts'
import { createLineCounter, type LineCounter } from './count-lines.ts'
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

/** Counts a text as the network that it is for will count it, alone or beside images. `above`: a warning, which counts as it is written. */
export function countText(text: string, rule: TextRule, server: ServerTextLimits | null = null, hasMedia = false, above = ''): TextCount {
  const perUrl = server?.charactersPerUrl ?? rule.charactersPerUrl.value
  const max = maxOf(rule, server, hasMedia)
  const maxBytes = rule.maxBytes.value
  const count = countByLines(text, { unit: rule.unit, perUrl, localMentions: rule.remoteMentionCountsLocalPartOnly }) + (above === '' ? 0 : countWhole(above, { unit: rule.unit, perUrl: null, localMentions: false }))
  const bytes = countUtf8Bytes(text) + (above === '' ? 0 : countUtf8Bytes(above))
  const isOverCount = max !== null && count > max
  const isOverBytes = maxBytes !== null && bytes > maxBytes
  return { count, max, bytes, maxBytes, remaining: max === null ? null : max - count, isTooLong: isOverCount || isOverBytes }
}

function maxOf(rule: TextRule, server: ServerTextLimits | null, hasMedia: boolean): number | null {
  if (hasMedia && rule.maxWithMedia !== undefined) return rule.maxWithMedia.value
  return server?.maxCharacters ?? rule.max.value
}

/** What decides how a text is counted, apart from how long it may be. */
export interface Counting {
  readonly unit: TextRule['unit']
  readonly perUrl: number | null
  readonly localMentions: boolean
}

const counters = new Map<string, LineCounter>()

/** The same as `countWhole`. Most lines were the same a key ago, and no network counts across the end of a line. */
function countByLines(text: string, counting: Counting): number {
  if (counting.unit === 'utf16' && counting.perUrl === null && !counting.localMentions) return text.length
  const name = `${counting.unit} ${String(counting.perUrl)} ${String(counting.localMentions)}`
  const counter = counters.get(name) ?? createLineCounter((line) => countFine(line, counting))
  counters.set(name, counter)
  return inUnits(counter.count(text), counting)
}

/** Counts a text from nothing. */
export function countWhole(text: string, counting: Counting): number {
  return inUnits(countFine(text, counting), counting)
}

/** X weighs in hundredths of what it counts in. */
function inUnits(fine: number, { unit }: Counting): number {
  return unit === 'x_weight' ? Math.floor(fine / 100) : fine
}

function countFine(text: string, { unit, perUrl, localMentions }: Counting): number {
  const counted = shortenAsCounted(text, perUrl, localMentions)
  switch (unit) {
    case 'graphemes':
      return countGraphemes(counted)
    case 'code_points':
      return [...counted].length
    case 'utf16':
      return counted.length
    case 'emoji_bytes':
      return countEmojiAsBytes(counted)
    case 'x_weight':
      return weighXText(counted).hundredths
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
