import { cleanWebAddress } from '../../../shared/watch/canonical-url.ts'
import { parseFeedDate } from '../../../shared/watch/parse-feed-date.ts'
import type { ParsedFeed, ParsedFeedItem } from '../../../shared/watch/parsed-feed.ts'
import { withoutTowers } from '../../../shared/text/stacked-marks.ts'
import { htmlToText } from '../text/html-to-text.ts'
import { html, type RawFeed, type RawItem, type RawText } from './raw-feed.ts'
import { sha256Of } from '../sha256.ts'

const longestTitle = 300
const longestSummary = 2_000
const longestBody = 20_000
const longestAuthor = 200
const longestIdentity = 500

/** Makes of what a document says what Vigie keeps: plain texts of bounded length, whole addresses, one identity for each item. */
export function toParsedFeed(raw: RawFeed, address: string): ParsedFeed {
  const base = cleanWebAddress(raw.base ?? '', address) ?? address
  const untrusted = repeatedGuids(raw.items)
  const items = raw.items.flatMap((item) => toItem(item, base, untrusted) ?? [])
  const title = firstOf(raw.titles, (each) => oneLine(each, longestTitle) || null) ?? ''
  return { title, siteUrl: cleanWebAddress(raw.site ?? '', base), items: withoutDoubles(items), askedIntervalMs: raw.askedIntervalMs }
}

function toItem(item: RawItem, base: string, untrusted: ReadonlySet<string>): ParsedFeedItem | null {
  const itemBase = cleanWebAddress(item.base ?? '', base) ?? base
  const url = firstOf(item.links, (link) => cleanWebAddress(link, itemBase))
  const texts = textsOf(item)
  const author = firstOf(item.authors, (name) => oneLine(html(name), longestAuthor) || null) ?? ''
  const title = firstOf(item.titles, (each) => oneLine(each, longestTitle) || null) ?? standInTitle(texts.summary, url ?? author)
  const publishedAt = firstOf(item.dates, parseFeedDate)
  if (title === '' && item.guid === undefined && publishedAt === null) return null
  return { identity: identityOf(item, url, untrusted, title), title, author, ...texts, url, publishedAt }
}

/** Short notes have no title: their first line serves. */
function standInTitle(summary: string, otherwise: string): string {
  return cut(summary.split('\n')[0] ?? '', 120) || otherwise
}

/** The summary is the publisher's own, where there is one; the body only what it does not say already. */
function textsOf(item: RawItem): Pick<ParsedFeedItem, 'summary' | 'body'> {
  const short = firstOf(item.summaries, (each) => toText(each) || null) ?? ''
  const long = firstOf(item.contents, (each) => toText(each) || null) ?? ''
  const summary = cut(short === '' ? long : short, longestSummary)
  const longer = long.length > short.length ? long : short
  return { summary, body: longer.length > summary.length ? cut(longer, longestBody) : '' }
}

function identityOf(item: RawItem, url: string | null, untrusted: ReadonlySet<string>, title: string): string {
  if (item.guid !== undefined && !untrusted.has(item.guid)) return bounded(`guid:${item.guid}`)
  return url === null ? `text:${digest(`${title}\n${item.dates.find((date) => date !== undefined) ?? ''}`)}` : bounded(`link:${url}`)
}

/** Some programs give all items of a feed one guid: then it says nothing. */
function repeatedGuids(items: readonly RawItem[]): ReadonlySet<string> {
  const first = new Map<string, RawItem>()
  const repeated = new Set<string>()
  for (const item of items) {
    if (item.guid === undefined) continue
    const known = first.get(item.guid)
    if (known === undefined) first.set(item.guid, item)
    else if (known.links[0] !== item.links[0] && known.titles[0]?.value !== item.titles[0]?.value) repeated.add(item.guid)
  }
  return repeated
}

/** The first of each identity. */
function withoutDoubles(items: readonly ParsedFeedItem[]): ParsedFeedItem[] {
  const seen = new Set<string>()
  return items.filter(({ identity }) => {
    const isNew = !seen.has(identity)
    seen.add(identity)
    return isNew
  })
}

function bounded(identity: string): string {
  return identity.length <= longestIdentity ? identity : `hash:${digest(identity)}`
}

function digest(text: string): string {
  return sha256Of(text).toString('hex').slice(0, 32)
}

function firstOf<Value, Found>(values: readonly (Value | undefined)[], find: (value: Value) => Found | null): Found | null {
  for (const value of values) {
    const found = value === undefined ? null : find(value)
    if (found !== null) return found
  }
  return null
}

function oneLine(text: RawText, longest: number): string {
  return cut(toText(text).replaceAll(/\s+/g, ' ').trim(), longest)
}

function toText({ kind, value }: RawText): string {
  if (value === undefined) return ''
  return withoutTowers(kind === 'plain' ? value.trim() : htmlToText(value, { addresses: 'left_out' }))
}

/** At most so many UTF-16 units, never half a character. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  const end = /[\uD800-\uDBFF]/.test(text[longest - 2] ?? '') ? longest - 2 : longest - 1
  return `${text.slice(0, end).trimEnd()}…`
}
