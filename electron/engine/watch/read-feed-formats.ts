import { parseFeed, parseJsonFeed, type AtomFeed, type JsonFeed, type RdfFeed, type RssFeed } from 'feedsmith'
import { html, mergeFacts, plain, type RawFacts, type RawFeed, type RawItem } from './raw-feed.ts'
import { factsOfAtom, factsOfDublinCore, factsOfItunes, factsOfMedia, factsOfTerms, linksOfAtom, textOfAtom } from './read-namespaces.ts'

/** More than any feed that is read by people; the first ones count. */
const mostItems = 2_000

/** Reads a document of any of the four formats. Throws what feedsmith throws when it is none, or not well-formed. */
export function readFeedFormats(text: string): RawFeed {
  const json = looseJsonFeed(text)
  if (json !== null) return fromJson(parseJsonFeed(json, { maxItems: mostItems }))
  const parsed = parseFeed(text, { maxItems: mostItems })
  switch (parsed.format) {
    case 'rss':
      return fromRss(parsed.feed)
    case 'atom':
      return fromAtom(parsed.feed)
    case 'rdf':
      return fromRdf(parsed.feed)
    case 'json':
      return fromJson(parsed.feed)
  }
}

/** JSON feeds with a version of their own making; what matters are the items. */
function looseJsonFeed(text: string): object | null {
  if (!/^\s*\{/.test(text)) return null
  const json: unknown = JSON.parse(text)
  if (typeof json !== 'object' || json === null || !('items' in json) || !Array.isArray(json.items)) return null
  return { ...json, version: 'https://jsonfeed.org/version/1.1' }
}

function fromRss(feed: RssFeed.Feed<string>): RawFeed {
  return {
    titles: [html(feed.title), html(feed.dc?.titles?.[0]), html(feed.itunes?.title)],
    site: feed.link ?? linksOfAtom(feed.atom?.links)[0],
    base: feed.xml?.base,
    askedIntervalMs: feed.ttl === undefined ? periodMs(feed.sy) : feed.ttl * 60_000,
    items: (feed.items ?? []).map(itemOfRss)
  }
}

function itemOfRss(item: RssFeed.Item<string>): RawItem {
  const { guid, dc, atom, itunes, dcterms, media } = item
  const last = { links: [guid?.isPermaLink === false ? undefined : guid?.value, item.enclosures?.[0]?.url], authors: item.authors?.map((author) => author.email) ?? [] }
  return {
    guid: guid?.value ?? atom?.id,
    base: item.xml?.base,
    ...mergeFacts(factsOfRss(item), factsOfDublinCore(dc), factsOfAtom(atom), factsOfItunes(itunes), factsOfTerms(dcterms), factsOfMedia(media), last)
  }
}

function factsOfRss(item: RssFeed.Item<string>): RawFacts {
  return {
    links: [item.link],
    titles: [html(item.title)],
    authors: item.authors?.map((author) => author.name) ?? [],
    summaries: [html(item.description)],
    contents: [html(item.content?.encoded)],
    dates: [item.pubDate]
  }
}

function fromAtom(feed: AtomFeed.Feed<string>): RawFeed {
  const ofFeed = { authors: feed.authors?.map((author) => author.name) ?? [] }
  return {
    titles: [textOfAtom(feed.title), html(feed.dc?.titles?.[0])],
    site: linksOfAtom(feed.links)[0],
    base: feed.xml?.base,
    askedIntervalMs: periodMs(feed.sy),
    items: (feed.entries ?? []).map((entry) => ({
      guid: entry.id,
      base: entry.content?.xml?.base ?? entry.xml?.base,
      ...mergeFacts(factsOfAtom(entry), factsOfDublinCore(entry.dc), factsOfTerms(entry.dcterms), factsOfMedia(entry.media), ofFeed)
    }))
  }
}

function fromRdf(feed: RdfFeed.Feed<string>): RawFeed {
  return {
    titles: [html(feed.title), html(feed.dc?.titles?.[0])],
    site: feed.link,
    base: feed.xml?.base,
    askedIntervalMs: periodMs(feed.sy),
    items: (feed.items ?? []).map(itemOfRdf)
  }
}

function itemOfRdf(item: RdfFeed.Item<string>): RawItem {
  const own = { links: [item.link], titles: [html(item.title)], summaries: [html(item.description)], contents: [html(item.content?.encoded)] }
  const about = item.rdf?.about
  return {
    guid: about,
    base: item.xml?.base,
    ...mergeFacts(own, factsOfDublinCore(item.dc), factsOfAtom(item.atom), factsOfTerms(item.dcterms), factsOfMedia(item.media), { links: [about] })
  }
}

function fromJson(feed: JsonFeed.Feed<string>): RawFeed {
  return {
    titles: [plain(feed.title)],
    site: feed.home_page_url,
    base: undefined,
    askedIntervalMs: null,
    items: (feed.items ?? []).map((item) => ({
      guid: item.id,
      base: undefined,
      links: [item.url, item.external_url, item.id],
      titles: [plain(item.title)],
      authors: [...(item.authors ?? []), ...(feed.authors ?? [])].map((author) => author.name),
      summaries: [plain(item.summary)],
      contents: [item.content_html === undefined ? plain(item.content_text) : html(item.content_html)],
      dates: [item.date_published, item.date_modified]
    }))
  }
}

const periods: Readonly<Record<string, number>> = { hourly: 3_600_000, daily: 86_400_000, weekly: 604_800_000, monthly: 2_592_000_000, yearly: 31_536_000_000 }

function periodMs(sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined): number | null {
  const period = periods[sy?.updatePeriod?.toLowerCase() ?? '']
  return period === undefined ? null : period / Math.max(1, sy?.updateFrequency ?? 1)
}
