import type { AtomFeed, AtomNs, DcNs, DcTermsNs, ItunesNs, MediaNs } from 'feedsmith'
import { html, plain, type RawFacts, type RawText } from './raw-feed.ts'

/** An Atom entry, or the Atom elements inside an item of another format. */
export function factsOfAtom(entry: AtomFeed.Entry<string> | AtomNs.Entry<string> | undefined): Partial<RawFacts> {
  if (entry === undefined) return {}
  return {
    links: linksOfAtom(entry.links),
    titles: [textOfAtom(entry.title)],
    authors: [entry.authors?.[0]?.name, entry.source?.authors?.[0]?.name, entry.authors?.[0]?.email],
    summaries: [textOfAtom(entry.summary)],
    contents: [textOfAtom(entry.content)],
    dates: [entry.published, entry.updated]
  }
}

export function factsOfDublinCore(dc: DcNs.ItemOrFeed<string> | undefined): Partial<RawFacts> {
  if (dc === undefined) return {}
  return { titles: [html(dc.titles?.[0])], authors: dc.creators ?? [], summaries: [html(dc.descriptions?.[0])], dates: dc.dates ?? [] }
}

export function factsOfTerms(terms: DcTermsNs.ItemOrFeed<string> | undefined): Partial<RawFacts> {
  return terms === undefined ? {} : { dates: [terms.issued, terms.created, terms.modified].flatMap((dates) => dates ?? []) }
}

export function factsOfItunes(itunes: ItunesNs.Item | undefined): Partial<RawFacts> {
  return itunes === undefined ? {} : { titles: [html(itunes.title)], authors: [itunes.author], summaries: [html(itunes.summary)] }
}

export function factsOfMedia(media: MediaNs.ItemOrFeed | undefined): Partial<RawFacts> {
  if (media === undefined) return {}
  const elements = [media, ...(media.groups ?? [])]
  return { titles: elements.map((each) => html(each.title?.value)), summaries: elements.map((each) => html(each.description?.value)) }
}

/** The page goes before anything else that an entry links to. */
export function linksOfAtom(links: readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[] | undefined): (string | undefined)[] {
  if (links === undefined) return []
  const pages = links.filter((link) => (link.rel ?? 'alternate') === 'alternate')
  const readable = pages.find((link) => link.type === undefined || link.type.includes('html')) ?? pages[0]
  return [readable?.href, links.find((link) => link.rel === 'related' || link.rel === 'enclosure')?.href]
}

export function textOfAtom(text: { readonly value?: string; readonly type?: string } | undefined): RawText {
  const type = text?.type?.toLowerCase() ?? 'text'
  return type === 'text' || type === 'text/plain' ? plain(text?.value) : html(text?.value)
}
