import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { HttpClient } from '../http/http-client.ts'
import { fetchFeed, type FetchedFeedDocument } from './fetch-feed.ts'
import { findFeedLinks, usualFeedPlaces } from './find-feed-links.ts'

export interface FoundFeed {
  /** The address that was asked, before redirects. */
  readonly asked: string
  readonly document: Extract<FetchedFeedDocument, { kind: 'feed' }>
}

type Page = Extract<FetchedFeedDocument, { kind: 'page' }>

/** Feeds that a page names, tried before giving up. */
const mostTries = 4

/**
 * Finds the feed behind an address that a person gave: the address itself, a feed that the page names, or one at a usual place. Fails with
 * what was wrong with the address itself.
 */
export async function discoverFeed(http: HttpClient, address: string, now: () => number, signal: AbortSignal): Promise<Result<FoundFeed>> {
  const document = await fetchFeed(http, unconditional(address), now, signal)
  if (document.kind === 'feed') return succeed({ asked: address, document })
  if (document.kind === 'unchanged') throw new Error('a server said "unchanged" to a question without a condition')
  const found = document.kind === 'page' ? await discoverFromPage(http, document, now, signal) : null
  return found === null ? fail(document.error) : succeed(found)
}

/** The best feed that a page leads to; null when there is none. */
export async function discoverFromPage(http: HttpClient, page: Page, now: () => number, signal: AbortSignal): Promise<FoundFeed | null> {
  const named = findFeedLinks(page.html, page.url).slice(0, mostTries)
  const places = named.length > 0 || !isPage(page.html) ? named : usualFeedPlaces(page.url)
  for (const asked of places) {
    const document = await fetchFeed(http, unconditional(asked), now, signal)
    if (document.kind === 'feed') return { asked, document }
    if (signal.aborted) return null
  }
  return null
}

function unconditional(url: string) {
  return { url, etag: null, lastModified: null }
}

function isPage(html: string): boolean {
  return /<html[\s>]|<!doctype html|<body[\s>]/i.test(html.slice(0, 100_000))
}
