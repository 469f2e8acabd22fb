import { Parser } from 'htmlparser2'
import { cleanWebAddress } from '../../../shared/watch/canonical-url.ts'

interface FoundLink {
  readonly url: string
  readonly type: string
  readonly title: string
}

const feedTypes: Readonly<Record<string, number>> = {
  'application/atom+xml': 3,
  'application/rss+xml': 3,
  'application/feed+json': 2,
  'application/rdf+xml': 2,
  'application/json': 1,
  'application/xml': 1,
  'text/xml': 1
}
const mostLinks = 20
/** Where programs put their feed when a page does not say. */
const usualPlaces = ['feed', 'rss', 'feed.xml', 'rss.xml', 'atom.xml', 'index.xml', 'feed.json'] as const

/** The feeds that a page names, the best first: whole articles before comments, the page's own before others, RSS and Atom before the rest. */
export function findFeedLinks(html: string, pageAddress: string): string[] {
  const links = readLinks(html, pageAddress)
  const rank = (link: FoundLink): number => (isOfComments(link) ? 0 : 10) + (feedTypes[link.type] ?? 0)
  const best = links.toSorted((a, b) => rank(b) - rank(a))
  return [...new Set(best.map((link) => link.url))]
}

/** Addresses worth a try for a page that names no feed. */
export function usualFeedPlaces(pageAddress: string): string[] {
  return usualPlaces.map((place) => new URL(place, new URL('/', pageAddress)).href)
}

function readLinks(html: string, pageAddress: string): FoundLink[] {
  const links: FoundLink[] = []
  let base = pageAddress
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'base') base = cleanWebAddress(attributes['href'] ?? '', pageAddress) ?? base
        const found = linkOf(name, attributes, base)
        if (found !== null && links.length < mostLinks) links.push(found)
      }
    },
    { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true }
  )
  parser.end(html)
  return links
}

function linkOf(name: string, attributes: Readonly<Record<string, string>>, base: string): FoundLink | null {
  if (name !== 'link' && name !== 'a') return null
  const { rel = '', type: fullType = '', href = '', title = '' } = attributes
  const relations = rel.toLowerCase().split(/\s+/)
  const type = fullType.toLowerCase().replace(/;.*/, '').trim()
  const isFeed = (relations.includes('alternate') && Object.hasOwn(feedTypes, type)) || relations.includes('feed')
  const url = isFeed ? cleanWebAddress(href, base) : null
  return url === null ? null : { url, type, title }
}

function isOfComments({ url, title }: FoundLink): boolean {
  return /\/comments?\/|comments?[-_.]?feed|feed=comments|commentaires/i.test(url) || /comment/i.test(title)
}
