import type Database from 'better-sqlite3'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { largestOpml } from '../../../shared/watch/largest-opml.ts'
import { plainFeedAddress, toFeedAddress } from '../../../shared/watch/feed-address.ts'
import type { Connectivity } from '../http/connectivity.ts'
import type { HttpClient } from '../http/http-client.ts'
import { ofTypedAddress } from '../http/typed-address.ts'
import type { Random } from '../random.ts'
import type { Clock } from '../time/clock.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import { discoverFeed, type FoundFeed } from './discover-feed.ts'
import type { FeedsRepository } from './feeds-repository.ts'
import { readOpml, type ListedFeed } from './read-opml.ts'
import type { UpdateFeed } from './update-feed.ts'

/** Of one list. Whoever follows more follows nothing: what is beyond is left out and said. */
const mostFeeds = 10_000

/** A list of 16 MB may hold hundreds of thousands that are left out: these are named, the rest is a number. */
const mostNamed = 100

/** How long the user waits for a site at most, ms. */
const addDeadlineMs = 60_000

export interface FollowFeeds {
  /** Fetches first, so that a wrong address says so at once; without a network the feed is taken as it is and fetched later. */
  add(input: Omit<ParsedInput<'watch.addFeed'>, 'workspaceId'>): Promise<Result<null>>
  /** Adds what the file lists; the poller fetches them. */
  importOpml(bytes: Uint8Array): Result<RequestOutput<'watch.importOpml'>>
}

export interface FollowFeedsNeeds {
  readonly database: Database.Database
  readonly clock: Clock
  readonly random: Random
  readonly http: HttpClient
  readonly connectivity: Pick<Connectivity, 'canReach'>
  readonly feeds: FeedsRepository
  readonly keep: UpdateFeed['keep']
  readonly stopping: AbortSignal
}

export function createFollowFeeds(needs: FollowFeedsNeeds): FollowFeeds {
  const { database, clock, random, feeds } = needs

  /** Keeps the feed that was found, under the address that leads there for good. */
  function keepFound(id: string, folder: string, { asked, document }: FoundFeed): Result<null> {
    const url = document.movedTo ?? asked
    const { title, siteUrl } = document.feed
    if (!feeds.insert({ id, url, title: title || hostOf(url), siteUrl, folder, now: clock.now() })) return fail(alreadyFollowed(url))
    const feed = feeds.find(id)
    if (feed !== null) needs.keep(feed, document)
    return succeed(null)
  }

  /** A site that was named without a scheme, and has no https, is asked without: the page says then that it is not encrypted. */
  async function look(address: string, plainAddress: string | null): Promise<Result<FoundFeed>> {
    return runWithDeadline(clock, addDeadlineMs, needs.stopping, async (signal) => {
      const found = await discoverFeed(needs.http, address, () => clock.now(), signal)
      if (found.ok || plainAddress === null || !hasNoHttps(found.error)) return found
      const plain = await discoverFeed(needs.http, plainAddress, () => clock.now(), signal)
      return plain.ok ? plain : found
    })
  }

  function importAll(listed: readonly ListedFeed[]): RequestOutput<'watch.importOpml'> {
    const skipped: { title: string; url: string; reason: string }[] = []
    let [added, known, skippedCount] = [0, 0, 0]
    const skip = (feed: ListedFeed, reason: string): void => {
      skippedCount += 1
      if (skipped.length < mostNamed) skipped.push({ title: feed.title, url: feed.url, reason })
    }
    for (const [place, feed] of listed.entries()) {
      const { title, folder } = feed
      const address = toFeedAddress(feed.url)
      if (place >= mostFeeds) skip(feed, 'too_many')
      else if (address === null) skip(feed, 'not_an_address')
      else if (feeds.insert({ id: random.id(), url: address, title, siteUrl: null, folder, now: clock.now() })) added += 1
      else known += 1
    }
    return { added, alreadyFollowed: known, skipped, skippedCount }
  }

  return {
    async add({ feedId, url, folder }) {
      // The same call once more, after its answer was lost.
      if (feeds.find(feedId) !== null) return succeed(null)
      const address = toFeedAddress(url)
      const plainAddress = plainFeedAddress(url)
      if (address === null) return fail(studioError('address_refused', 'what was typed is no address of a feed', { details: { reason: 'not_an_address' } }))
      if (feeds.findByAddress(address) !== null) return fail(alreadyFollowed(address))
      const found = await look(address, plainAddress)
      if (found.ok) return keepFound(feedId, folder.trim(), found.value)
      if (needs.connectivity.canReach(address)) return fail(ofTypedAddress(found.error, address))
      const isNew = feeds.insert({ id: feedId, url: address, title: hostOf(address), siteUrl: null, folder: folder.trim(), now: clock.now() })
      return isNew ? succeed(null) : fail(alreadyFollowed(address))
    },
    importOpml(bytes) {
      if (bytes.byteLength > largestOpml) return fail(studioError('opml_too_large', 'the file is too large for a list of feeds'))
      const listed = readOpml(bytes)
      if (listed === null) return fail(studioError('opml_unreadable', 'the file is no OPML'))
      return succeed(database.transaction(() => importAll(listed)).immediate())
    }
  }
}

/** Nothing listens there, its certificate does not fit, or it sends its visitors to http. */
function hasNoHttps({ code, details }: StudioError): boolean {
  return code === 'unreachable' || code === 'timeout' || (code === 'address_refused' && details?.['reason'] === 'not_https')
}

function alreadyFollowed(url: string) {
  return studioError('feed_already_followed', `followed already: ${hostOf(url)}`, { details: { host: hostOf(url) } })
}

function hostOf(url: string): string {
  return new URL(url).host
}
