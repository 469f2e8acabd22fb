import type Database from 'better-sqlite3'
import type { FeedItem } from '../../../shared/watch/feed.ts'
import type { ParsedFeedItem } from '../../../shared/watch/parsed-feed.ts'
import { createTimeOrderedNumbers } from '../database/time-ordered-number.ts'

export interface FeedItemRow {
  readonly number: number
  readonly id: string
  readonly feed_id: string
  readonly identity: string
  readonly address_key: string | null
  readonly title: string
  readonly author: string
  readonly summary: string
  readonly body: string
  readonly url: string | null
  readonly published_at: number
  readonly stored_at: number
  readonly is_read: number
  readonly is_starred: number
}

export interface NewFeedItem {
  readonly id: string
  readonly feedId: string
  readonly item: ParsedFeedItem
  readonly addressKey: string | null
  readonly publishedAt: number
  readonly storedAt: number
  readonly isRead: boolean
}

export interface FeedItemsRepository {
  find(itemId: string): FeedItemRow | null
  findIdentity(feedId: string, identity: string): FeedItemRow | null
  findAddress(feedId: string, addressKey: string): FeedItemRow[]
  /** Gives the row number. */
  insert(item: NewFeedItem): number
  /** What the publisher changed; being read, the star and the place in time stay. */
  update(number: number, item: ParsedFeedItem, addressKey: string | null): void
  mark(itemIds: readonly string[], change: { read?: boolean | undefined; starred?: boolean | undefined }): void
  /** Newest first, from below a number. */
  newestBelow(number: number, limit: number): FeedItemRow[]
  findNumber(number: number): FeedItemRow | null
  /** Times of the newest items of a feed. */
  newestTimes(feedId: string, limit: number): number[]
  /** Deletes what a feed has above `cap`, the oldest first; starred items and those in `spared` stay. */
  prune(feedId: string, cap: number, spared: ReadonlySet<string>): void
  unreadByFeed(): ReadonlyMap<string, number>
  unread(): number
  starred(): number
}

/** The one writer of `feed_items`. All writes belong into a transaction of the caller. */
export function createFeedItemsRepository(database: Database.Database): FeedItemsRepository {
  const nextNumber = createTimeOrderedNumbers(database, 'feed_items')
  const find = database.prepare<[string], FeedItemRow>('SELECT * FROM feed_items WHERE id = ?')
  const findIdentity = database.prepare<[string, string], FeedItemRow>('SELECT * FROM feed_items WHERE feed_id = ? AND identity = ?')
  const findAddress = database.prepare<[string, string], FeedItemRow>('SELECT * FROM feed_items WHERE feed_id = ? AND address_key = ? LIMIT 20')
  const insert = database.prepare<[FeedItemRow]>(
    `INSERT INTO feed_items (number, id, feed_id, identity, address_key, title, author, summary, body, url, published_at, stored_at, is_read, is_starred)
     VALUES (@number, @id, @feed_id, @identity, @address_key, @title, @author, @summary, @body, @url, @published_at, @stored_at, @is_read, @is_starred)`
  )
  const update = database.prepare<[ParsedFeedItem & { number: number; addressKey: string | null }]>(
    `UPDATE feed_items SET identity = @identity, address_key = @addressKey, title = @title, author = @author, summary = @summary, body = @body, url = @url WHERE number = @number`
  )
  const setRead = database.prepare<[number, string, number]>('UPDATE feed_items SET is_read = ? WHERE id = ? AND is_read <> ?')
  const setStarred = database.prepare<[number, string]>('UPDATE feed_items SET is_starred = ? WHERE id = ?')
  const newestBelow = database.prepare<[number, number], FeedItemRow>('SELECT * FROM feed_items WHERE number < ? ORDER BY number DESC LIMIT ?')
  const findNumber = database.prepare<[number], FeedItemRow>('SELECT * FROM feed_items WHERE number = ?')
  const times = database.prepare<[string, number], { at: number }>('SELECT published_at AS at FROM feed_items WHERE feed_id = ? ORDER BY number DESC LIMIT ?')
  const count = database.prepare<[string], { count: number }>('SELECT count(*) AS count FROM feed_items WHERE feed_id = ?')
  const oldest = database.prepare<[string, number], { number: number; identity: string }>(
    'SELECT number, identity FROM feed_items WHERE feed_id = ? AND is_starred = 0 ORDER BY number LIMIT ?'
  )
  const remove = database.prepare<[number]>('DELETE FROM feed_items WHERE number = ?')
  const unreadByFeed = database.prepare<[], { feed_id: string; count: number }>(
    'SELECT feed_id, count(*) AS count FROM feed_items INDEXED BY feed_items_unread_by_feed WHERE is_read = 0 GROUP BY feed_id'
  )
  const unread = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM feed_items WHERE is_read = 0')
  const starred = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM feed_items WHERE is_starred = 1')

  return {
    find: (id) => find.get(id) ?? null,
    findIdentity: (feedId, identity) => findIdentity.get(feedId, identity) ?? null,
    findAddress: (feedId, key) => findAddress.all(feedId, key),
    insert({ id, feedId, item, addressKey, publishedAt, storedAt, isRead }) {
      const { identity, title, author, summary, body, url } = item
      const number = nextNumber(publishedAt)
      insert.run({
        number, id, feed_id: feedId, identity, address_key: addressKey, title, author, summary, body, url,
        published_at: publishedAt, stored_at: storedAt, is_read: isRead ? 1 : 0, is_starred: 0
      })
      return number
    },
    update: (number, item, addressKey) => void update.run({ ...item, number, addressKey }),
    mark(ids, { read, starred: isStarred }) {
      for (const id of ids) {
        if (read !== undefined) setRead.run(read ? 1 : 0, id, read ? 1 : 0)
        if (isStarred !== undefined) setStarred.run(isStarred ? 1 : 0, id)
      }
    },
    newestBelow: (number, limit) => newestBelow.all(number, limit),
    findNumber: (number) => findNumber.get(number) ?? null,
    newestTimes: (feedId, limit) => times.all(feedId, limit).map((row) => row.at),
    prune(feedId, cap, spared) {
      const excess = (count.get(feedId)?.count ?? 0) - cap
      if (excess <= 0) return
      const candidates = oldest.all(feedId, excess + spared.size).filter((row) => !spared.has(row.identity))
      for (const { number } of candidates.slice(0, excess)) remove.run(number)
    },
    unreadByFeed: () => new Map(unreadByFeed.all().map((row) => [row.feed_id, row.count])),
    unread: () => unread.get()?.count ?? 0,
    starred: () => starred.get()?.count ?? 0
  }
}

export function toFeedItem(row: FeedItemRow, ruleIds: readonly string[]): FeedItem {
  return {
    id: row.id,
    feedId: row.feed_id,
    title: row.title,
    author: row.author,
    summary: row.summary,
    url: row.url,
    publishedAt: row.published_at,
    isRead: row.is_read === 1,
    isStarred: row.is_starred === 1,
    ruleIds: [...ruleIds]
  }
}
