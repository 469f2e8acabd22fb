import { addressKey } from '../../../shared/watch/canonical-url.ts'
import { foldText } from '../../../shared/text/fold-text.ts'
import type { ParsedFeed, ParsedFeedItem } from '../../../shared/watch/parsed-feed.ts'
import type { Random } from '../random.ts'
import { placeInTime } from '../time/place-in-time.ts'
import type { ActiveRules } from './active-rules.ts'
import type { FeedItemRow, FeedItemsRepository } from './feed-items-repository.ts'
import type { RulesRepository } from './rules-repository.ts'

/** Of a feed that is new here, so many items are offered as unread; the rest is history. */
const unreadOfFirstFetch = 10
/** Items kept of one feed. */
const mostItems = 2_000

export interface StoreFeedNeeds {
  readonly random: Random
  readonly items: FeedItemsRepository
  readonly rules: RulesRepository
  readonly active: ActiveRules
}

export interface StoredFeed {
  /** Rows that are new or say something else now. */
  readonly numbers: readonly number[]
  readonly hasChanges: boolean
  /** New hits for each rule; empty for the first fetch, which nobody wants to be told of. */
  readonly hits: ReadonlyMap<string, number>
}

/**
 * Takes a document into the reading list: each item once, also when it comes back under another guid or with another text; what was read
 * stays read. Rules mark their hits on the way. Call it in a transaction.
 */
export function createStoreFeed(needs: StoreFeedNeeds): (feed: { id: string; isFirst: boolean; parsed: ParsedFeed; now: number }) => StoredFeed {
  const { random, items, rules, active } = needs

  function findKnown(feedId: string, item: ParsedFeedItem, key: string | null): FeedItemRow | null {
    const same = items.findIdentity(feedId, item.identity)
    if (same !== null || key === null) return same
    // Some feeds have one address for all items: the title has to agree, too.
    const title = foldText(item.title)
    return items.findAddress(feedId, key).find((row) => foldText(row.title) === title) ?? null
  }

  return ({ id: feedId, isFirst, parsed, now }) => {
    const placed = oldestFirst(parsed.items, now)
    const hits = new Map<string, number>()
    const numbers: number[] = []

    const mark = (number: number, item: ParsedFeedItem, isRead: boolean): void => {
      numbers.push(number)
      for (const ruleId of rules.setHits(number, isRead, active.matching(item))) hits.set(ruleId, (hits.get(ruleId) ?? 0) + 1)
    }

    for (const [index, { item, publishedAt }] of placed.entries()) {
      const key = item.url === null ? null : addressKey(item.url)
      const known = findKnown(feedId, item, key)
      if (known === null) {
        const isRead = isFirst && index < placed.length - unreadOfFirstFetch
        mark(items.insert({ id: random.id(), feedId, item, addressKey: key, publishedAt, storedAt: now, isRead }), item, isRead)
      } else if (saysOtherwise(known, item)) {
        items.update(known.number, item, key)
        mark(known.number, item, known.is_read === 1)
      }
    }
    items.prune(feedId, mostItems, new Set(parsed.items.map((item) => item.identity)))
    return { numbers, hasChanges: numbers.length > 0, hits: isFirst ? new Map() : hits }
  }
}

/** Items without a date came in now, in the order of the document, which begins with the newest. */
function oldestFirst(items: readonly ParsedFeedItem[], now: number): { item: ParsedFeedItem; publishedAt: number }[] {
  return items
    .toReversed()
    .map((item) => ({ item, publishedAt: placeInTime(item.publishedAt ?? now, now) }))
    .toSorted((a, b) => a.publishedAt - b.publishedAt)
}

function saysOtherwise(row: FeedItemRow, item: ParsedFeedItem): boolean {
  return row.identity !== item.identity || row.title !== item.title || row.summary !== item.summary || row.body !== item.body || row.url !== item.url || row.author !== item.author
}
