import type Database from 'better-sqlite3'
import type { Connectivity } from '../http/connectivity.ts'
import type { HttpClient } from '../http/http-client.ts'
import { ofTypedAddress } from '../http/typed-address.ts'
import type { Random } from '../random.ts'
import type { Clock } from '../time/clock.ts'
import { discoverFromPage } from './discover-feed.ts'
import type { FeedItemsRepository } from './feed-items-repository.ts'
import type { FeedRecord } from './feed-record.ts'
import type { FeedsRepository } from './feeds-repository.ts'
import { fetchFeed, type FetchedFeedDocument } from './fetch-feed.ts'
import { delayAfterFailure, nextFetchDelay } from './next-fetch-delay.ts'
import type { RulesRepository } from './rules-repository.ts'
import type { StoredFeed } from './store-feed.ts'

/** So many items tell a feed's pace. */
const itemsForPace = 20

export interface UpdateFeedNeeds {
  readonly database: Database.Database
  readonly clock: Clock
  readonly random: Random
  readonly http: HttpClient
  readonly connectivity: Pick<Connectivity, 'canReach'>
  readonly feeds: FeedsRepository
  readonly items: FeedItemsRepository
  readonly rules: RulesRepository
  storeFeed(feed: { id: string; isFirst: boolean; parsed: Extract<FetchedFeedDocument, { kind: 'feed' }>['feed']; now: number }): StoredFeed
  /** After the commit, when something is new to see; with what was stored, if anything was. An unchanged feed is no news. */
  onNews(feedId: string, stored: StoredFeed | null): void
  /** Replaces the usual pace, in ms; for tests that run in real time. */
  readonly everyMs?: number | undefined
}

export interface UpdateFeed {
  /** Asks for a feed and keeps what came of it. */
  update(feed: FeedRecord, signal: AbortSignal): Promise<void>
  /** Keeps a document that has been fetched already, such as the one with which the feed was added. */
  keep(feed: FeedRecord, document: Exclude<FetchedFeedDocument, { kind: 'page' }>): void
}

/** Items, hits, validators and the next turn are one transaction: a crash means that the same is fetched again. */
export function createUpdateFeed(needs: UpdateFeedNeeds): UpdateFeed {
  const { database, clock, random, feeds, items, rules } = needs

  function nextTurn(feedId: string, notBefore: number | null, askedIntervalMs: number | null): { nextFetchAt: number; notBefore: number; now: number } {
    const now = clock.now()
    const delay = needs.everyMs ?? nextFetchDelay({ publishedAt: items.newestTimes(feedId, itemsForPace), now, askedIntervalMs, fraction: random.fraction() })
    return { nextFetchAt: Math.max(now + delay, notBefore ?? 0), notBefore: notBefore ?? 0, now }
  }

  function keepUnchanged(feed: FeedRecord, { movedTo, notBefore }: Extract<FetchedFeedDocument, { kind: 'unchanged' }>): void {
    if (movedTo !== null) feeds.move(feed.id, movedTo)
    feeds.succeed(feed.id, { etag: feed.etag, lastModified: feed.lastModified, ...nextTurn(feed.id, notBefore, null) })
  }

  function keepFeed(feed: FeedRecord, document: Extract<FetchedFeedDocument, { kind: 'feed' }>): StoredFeed {
    const { feed: parsed, etag, lastModified, movedTo, notBefore } = document
    if (movedTo !== null) feeds.move(feed.id, movedTo)
    feeds.describe(feed.id, { title: parsed.title, siteUrl: parsed.siteUrl })
    const stored = needs.storeFeed({ id: feed.id, isFirst: feed.caughtUpAt === null, parsed, now: clock.now() })
    for (const [ruleId, hits] of stored.hits) rules.addUntold(ruleId, hits)
    feeds.succeed(feed.id, { etag, lastModified, ...nextTurn(feed.id, notBefore, parsed.askedIntervalMs) })
    return stored
  }

  function keepFailure(feed: FeedRecord, { error, notBefore }: Extract<FetchedFeedDocument, { kind: 'failed' }>): void {
    const failures = feed.failures + 1
    const now = clock.now()
    const delay = needs.everyMs ?? delayAfterFailure(failures, random.fraction())
    feeds.fail(feed.id, { error: ofTypedAddress(error, feed.url), failures, nextFetchAt: Math.max(now + delay, notBefore ?? 0), notBefore: notBefore ?? 0, now })
  }

  const keep: UpdateFeed['keep'] = (feed, document) => {
    let stored: StoredFeed | null = null
    const isKept = database.transaction(() => {
      // Removed while it was being fetched.
      if (feeds.find(feed.id) === null) return false
      if (document.kind === 'feed') stored = keepFeed(feed, document)
      else if (document.kind === 'unchanged') keepUnchanged(feed, document)
      else keepFailure(feed, document)
      return true
    }).immediate()
    if (isKept && isNews(feed, document, stored)) needs.onNews(feed.id, stored)
  }

  /** The address of a list that was imported, or added offline, may be a page that names its feed. */
  async function ask(feed: FeedRecord, signal: AbortSignal): Promise<Exclude<FetchedFeedDocument, { kind: 'page' }>> {
    const now = (): number => clock.now()
    const document = await fetchFeed(needs.http, feed, now, signal)
    if (document.kind !== 'page') return document
    const found = feed.caughtUpAt === null ? await discoverFromPage(needs.http, document, now, signal) : null
    if (found === null) return { kind: 'failed', error: document.error, notBefore: null }
    return { ...found.document, movedTo: found.document.movedTo ?? found.asked }
  }

  return {
    keep,
    async update(feed, signal) {
      const document = await ask(feed, signal)
      // Without a network nothing is the feed's fault; it stays due, and the return of the network asks again.
      const isNetworkAway = document.kind === 'failed' && !needs.connectivity.canReach(feed.url)
      if (!signal.aborted && !isNetworkAway) keep(feed, document)
    }
  }
}

/** New or changed items, a failure that begins, ends or becomes another, a first fetch, an address that moved. */
function isNews(before: FeedRecord, document: Exclude<FetchedFeedDocument, { kind: 'page' }>, stored: StoredFeed | null): boolean {
  if (document.kind === 'failed') return before.failure?.code !== document.error.code
  return before.failure !== null || before.caughtUpAt === null || document.movedTo !== null || stored?.hasChanges === true
}
