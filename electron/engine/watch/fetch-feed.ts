import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { toFeedAddress } from '../../../shared/watch/feed-address.ts'
import type { ParsedFeed } from '../../../shared/watch/parsed-feed.ts'
import type { HttpClient, HttpResponse } from '../http/http-client.ts'
import { readRetryAfter } from '../http/read-retry-after.ts'
import { decodeText } from './decode-text.ts'
import { parseFeed } from './parse-feed.ts'

const mostBytes = 10 * 1024 * 1024
const timeoutMs = 30_000
const accepted = 'application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/feed+json;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.5, */*;q=0.1'

export interface AskedFeed {
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
}

export type FetchedFeedDocument =
  | { readonly kind: 'unchanged'; readonly movedTo: string | null; readonly notBefore: number | null }
  | {
      readonly kind: 'feed'
      readonly feed: ParsedFeed
      /** After redirects. */
      readonly url: string
      readonly etag: string | null
      readonly lastModified: string | null
      readonly movedTo: string | null
      readonly notBefore: number | null
    }
  /** An answer, but no feed: perhaps a page that names one. */
  | { readonly kind: 'page'; readonly html: string; readonly url: string; readonly error: StudioError }
  | { readonly kind: 'failed'; readonly error: StudioError; readonly notBefore: number | null }

/** Asks for a feed with what is known of it, so that an unchanged one costs nothing. Never into the user's own network. Never throws. */
export async function fetchFeed(http: HttpClient, asked: AskedFeed, now: () => number, signal: AbortSignal): Promise<FetchedFeedDocument> {
  const headers: Record<string, string> = { accept: accepted }
  if (asked.etag !== null) headers['if-none-match'] = asked.etag
  if (asked.lastModified !== null) headers['if-modified-since'] = asked.lastModified
  const result = await http.send({ method: 'GET', url: asked.url, headers, signed: false, privateAddresses: 'refused', plainHttp: 'allowed', maxBytes: mostBytes, timeout: timeoutMs, signal })
  if (!result.ok) return { kind: 'failed', error: result.failure.error, notBefore: null }
  return readAnswer(result.response, asked, now())
}

function readAnswer(response: HttpResponse, asked: AskedFeed, now: number): FetchedFeedDocument {
  const { status, headers } = response
  const askedFor = readRetryAfter(headers['retry-after'], now)
  const notBefore = askedFor !== null && askedFor > now ? askedFor : null
  const movedTo = response.movedTo === undefined || response.movedTo === asked.url ? null : toFeedAddress(response.movedTo)
  if (status === 304) return { kind: 'unchanged', movedTo, notBefore }
  if (status < 200 || status > 299) return { kind: 'failed', error: errorOfStatus(status, response.url), notBefore }
  const text = decodeText(response.body, headers['content-type'] ?? null)
  const feed = parseFeed(text, response.url)
  if (feed === null) return { kind: 'page', html: text, url: response.url, error: studioError('not_a_feed', 'the answer is no feed', { details: { host: hostOf(response.url) } }) }
  return { kind: 'feed', feed, url: response.url, etag: headers['etag'] ?? null, lastModified: headers['last-modified'] ?? null, movedTo, notBefore }
}

/** What an error page means for a reader of feeds: who refuses, and whether asking again makes sense. */
function errorOfStatus(status: number, url: string): StudioError {
  const details = { host: hostOf(url), status }
  if (status === 404 || status === 410) return studioError('feed_gone', `status ${status}`, { details })
  if (status === 401 || status === 402 || status === 403 || status === 429 || status === 451) return studioError('site_refuses_robots', `status ${status}`, { retryable: true, details })
  if (status >= 500) return studioError('server_error', `status ${status}`, { retryable: true, details })
  return studioError('unexpected_answer', `status ${status}`, { retryable: true, details })
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
