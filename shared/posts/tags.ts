import { z } from 'zod'
import type { TagsRule } from '../networks/tags-rule.ts'

/** More, and longer ones, than any network takes. */
export const mostTags = 250
export const longestTag = 200

export const tagsSchema = z.array(z.string().min(1).max(longestTag)).max(mostTags)

/** What was typed or pasted, `a, b, #c`: commas, semicolons and line breaks part them, the sign of hashtags and quotation marks around one are none of it. */
export function splitTags(text: string): readonly string[] {
  return text.split(/[,;\n\t]/u).map(tidyTag).filter((tag) => tag !== '')
}

/** Signs that nobody sees and that would turn or break what stands beside a tag; what joins emoji and letters stays. */
const unseen = /[\p{Cc}\u{ad}\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2060}\u{2066}-\u{2069}\u{feff}]|\p{Surrogate}/gu

function tidyTag(written: string): string {
  const plain = written.normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(unseen, '').replaceAll(/\s+/gu, ' ').trim().replace(/^"(.*)"$/u, '$1').replace(/^#+/u, '').trim()
  return [...plain].slice(0, longestTag).join('').trim()
}

/** With more tags behind them; each stands once, whatever its capitals. The same list when there is nothing new. */
export function withTags(tags: readonly string[], added: readonly string[]): readonly string[] {
  const known = new Set(tags.map(sameTag))
  const fresh = added.filter((tag) => {
    const isNew = !known.has(sameTag(tag))
    known.add(sameTag(tag))
    return isNew
  })
  return fresh.length === 0 ? tags : [...tags, ...fresh].slice(0, mostTags)
}

/** How many of these tags `withTags` leaves out, since there are too many. */
export function leftOut(tags: readonly string[], added: readonly string[]): number {
  const all = new Set([...tags, ...added].map(sameTag))
  return Math.max(0, all.size - mostTags)
}

export function sameTag(tag: string): string {
  return tag.toLocaleLowerCase('en')
}

interface WithTags {
  readonly tags?: readonly string[] | undefined
  readonly targets: readonly { readonly accountId: string; readonly tags?: readonly string[] | undefined }[]
}

/** What the account gets: its own, none of them too, else the post's. */
export function tagsFor({ tags = [], targets }: WithTags, accountId: string): readonly string[] {
  return targets.find((target) => target.accountId === accountId)?.tags ?? tags
}

/** As they are sent and stand there. */
export function tagsAsSent(tags: readonly string[], rule: Pick<TagsRule, 'form'>): readonly string[] {
  return rule.form === 'hyphens' ? withTags([], tags.map((tag) => sameTag(tag).replaceAll(/\s+/gu, '-'))) : tags
}

/** Their length as YouTube counts it. */
export function lengthTogether(tags: readonly string[]): number {
  const commas = Math.max(0, tags.length - 1)
  return tags.reduce((sum, tag) => sum + [...tag].length + (tag.includes(' ') ? 2 : 0), commas)
}
