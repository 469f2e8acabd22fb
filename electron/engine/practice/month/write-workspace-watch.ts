import type Database from 'better-sqlite3'
import type { Random } from '../../random.ts'
import { createActiveRules } from '../../watch/active-rules.ts'
import { createFeedItemsRepository } from '../../watch/feed-items-repository.ts'
import { createFeedsRepository } from '../../watch/feeds-repository.ts'
import { parseFeed } from '../../watch/parse-feed.ts'
import { createRulesRepository } from '../../watch/rules-repository.ts'
import { createStoreFeed } from '../../watch/store-feed.ts'
import { practiceUrl } from '../../../../shared/networks/practice-address.ts'
import type { PracticeRecord } from '../record/practice-record.ts'
import { feedValidators, feedXml } from '../server/entities/feed-xml.ts'
import type { MonthFeed } from './month-data.ts'
import type { PreparedMonth } from './prepare-network.ts'
import { stableId } from '../../stable-id.ts'

const minuteMs = 60_000
/** What is older was read when it came out. */
const readAfterMs = 40 * 60 * minuteMs
const starred = 3

export interface WriteWatchNeeds {
  readonly database: Database.Database
  readonly workspaceId: string
  readonly random: Random
  readonly record: PracticeRecord
  readonly month: PreparedMonth
}

/** The feeds around the business, followed and read for a month, with rules that mark their hits: taken in as the poller does. Call it in a transaction. */
export function writeWorkspaceWatch(needs: WriteWatchNeeds): void {
  const { database, random, month } = needs
  const items = createFeedItemsRepository(database)
  const rules = createRulesRepository(database)
  for (const { name, query } of month.business.rules) rules.save({ id: ruleIdOf(needs.workspaceId, name), name, query, now: month.madeAt })
  const storeFeed = createStoreFeed({ random, items, rules, active: createActiveRules(rules) })
  for (const [index, feed] of month.business.feeds.entries()) writeFeed(needs, feed, index, storeFeed)
  const all = items.newestBelow(Number.MAX_SAFE_INTEGER, 500)
  items.mark(all.filter((item) => item.published_at < month.madeAt - readAfterMs).map((item) => item.id), { read: true })
  items.mark(all.filter((item) => item.published_at >= month.madeAt - readAfterMs).map((item) => item.id), { read: false })
  const worthKeeping = all.filter((item) => rules.rulesOf(item.number).length > 0).slice(1, 1 + starred)
  items.mark(worthKeeping.map((item) => item.id), { starred: true })
}

export function ruleIdOf(workspaceId: string, name: string): string {
  return stableId(workspaceId, `rule ${name}`)
}

function writeFeed({ database, workspaceId, record, month }: WriteWatchNeeds, feed: MonthFeed, index: number, storeFeed: ReturnType<typeof createStoreFeed>): void {
  const feeds = createFeedsRepository(database)
  const row = record.feeds.read(feed.slug)
  const url = `${practiceUrl}/feeds/${feed.slug}.xml`
  const published = record.feeds.items(feed.slug, month.madeAt)
  const parsed = row === null ? null : parseFeed(feedXml(row, published, practiceUrl), url)
  if (row === null || parsed === null) throw new Error(`the feed ${feed.slug} cannot be read back`)
  const id = stableId(workspaceId, `feed ${feed.slug}`)
  const now = month.madeAt
  if (!feeds.insert({ id, url, title: parsed.title, siteUrl: parsed.siteUrl, folder: feed.folder, now })) return
  storeFeed({ id, isFirst: true, parsed, now })
  feeds.succeed(id, { ...feedValidators(row, published), nextFetchAt: now + (10 + index * 4) * minuteMs, notBefore: 0, now })
}
