import type Database from 'better-sqlite3'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { addressKey } from '../../../shared/watch/canonical-url.ts'
import { toFeedRecord, type FeedRecord, type FeedRow } from './feed-record.ts'

export interface NewFeed {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly siteUrl: string | null
  readonly folder: string
  readonly now: number
}

export interface FetchedFeed {
  readonly etag: string | null
  readonly lastModified: string | null
  readonly nextFetchAt: number
  readonly notBefore: number
  readonly now: number
}

export interface FeedsRepository {
  list(): FeedRecord[]
  find(feedId: string): FeedRecord | null
  findByAddress(url: string): FeedRecord | null
  /** False when the address is followed already. */
  insert(feed: NewFeed): boolean
  remove(feedId: string): boolean
  idsInFolder(folder: string): string[]
  /** Due feeds, the longest waiting first. */
  due(now: number, limit: number): FeedRecord[]
  /** When the next feed comes due after this moment. */
  nextDueAfter(now: number): number | null
  /** Those that could not be reached are due now: the network has come back. */
  retryUnreached(now: number): void
  /** Due now, except where a server asked for patience. */
  hurry(now: number): void
  succeed(feedId: string, fetched: FetchedFeed): void
  fail(feedId: string, failed: { error: StudioError; failures: number; nextFetchAt: number; notBefore: number; now: number }): void
  /** The feed's own word about itself; a title that is there stays. */
  describe(feedId: string, described: { title: string; siteUrl: string | null }): void
  /** Moved for good; left alone when the new address is followed already. */
  move(feedId: string, url: string): void
}

/** The one writer of `feeds`. */
export function createFeedsRepository(database: Database.Database): FeedsRepository {
  const list = database.prepare<[], FeedRow>('SELECT * FROM feeds ORDER BY folder, title COLLATE NOCASE, id')
  const find = database.prepare<[string], FeedRow>('SELECT * FROM feeds WHERE id = ?')
  const findByKey = database.prepare<[string], FeedRow>('SELECT * FROM feeds WHERE address_key = ?')
  const insert = database.prepare<[{ id: string; url: string; key: string; title: string; siteUrl: string | null; folder: string; now: number }]>(
    `INSERT INTO feeds (id, url, address_key, title, site_url, folder, next_fetch_at, not_before, failures, added_at)
     VALUES (@id, @url, @key, @title, @siteUrl, @folder, @now, 0, 0, @now) ON CONFLICT (address_key) DO NOTHING`
  )
  const remove = database.prepare<[string]>('DELETE FROM feeds WHERE id = ?')
  const inFolder = database.prepare<[string], { id: string }>('SELECT id FROM feeds WHERE folder = ?')
  const due = database.prepare<[number, number], FeedRow>('SELECT * FROM feeds WHERE next_fetch_at <= ? ORDER BY next_fetch_at LIMIT ?')
  const nextDue = database.prepare<[number], { at: number | null }>('SELECT min(next_fetch_at) AS at FROM feeds WHERE next_fetch_at > ?')
  const hurry = database.prepare<[number, number, number]>('UPDATE feeds SET next_fetch_at = ? WHERE next_fetch_at > ? AND not_before <= ?')
  const retryUnreached = database.prepare<[number, number]>(
    `UPDATE feeds SET next_fetch_at = ? WHERE next_fetch_at > ? AND failure IS NOT NULL AND json_extract(failure, '$.code') IN ('unreachable', 'timeout', 'offline')`
  )
  const succeed = database.prepare<[FetchedFeed & { id: string }]>(
    `UPDATE feeds SET etag = @etag, last_modified = @lastModified, last_fetched_at = @now, caught_up_at = coalesce(caught_up_at, @now),
       next_fetch_at = @nextFetchAt, not_before = @notBefore, failures = 0, failure = NULL WHERE id = @id`
  )
  const fail = database.prepare<[{ id: string; failure: string; failures: number; nextFetchAt: number; notBefore: number; now: number }]>(
    `UPDATE feeds SET failure = @failure, failures = @failures, next_fetch_at = @nextFetchAt, not_before = @notBefore, last_fetched_at = @now WHERE id = @id`
  )
  const describe = database.prepare<[string, string | null, string]>(`UPDATE feeds SET title = iif(title = '', ?, title), site_url = coalesce(?, site_url) WHERE id = ?`)
  const move = database.prepare<[string, string, string]>('UPDATE OR IGNORE feeds SET url = ?, address_key = ? WHERE id = ?')

  return {
    list: () => list.all().map(toFeedRecord),
    find: (id) => orNull(find.get(id)),
    findByAddress: (url) => orNull(findByKey.get(addressKey(url))),
    insert: ({ url, ...feed }) => insert.run({ ...feed, url, key: addressKey(url) }).changes > 0,
    remove: (id) => remove.run(id).changes > 0,
    idsInFolder: (folder) => inFolder.all(folder).map((row) => row.id),
    due: (now, limit) => due.all(now, limit).map(toFeedRecord),
    nextDueAfter: (now) => nextDue.get(now)?.at ?? null,
    retryUnreached: (now) => void retryUnreached.run(now, now),
    hurry: (now) => void hurry.run(now, now, now),
    succeed: (id, fetched) => void succeed.run({ ...fetched, id }),
    fail: (id, { error, ...failed }) => void fail.run({ ...failed, id, failure: JSON.stringify(error) }),
    describe: (id, { title, siteUrl }) => void describe.run(title, siteUrl, id),
    move: (id, url) => void move.run(url, addressKey(url), id)
  }
}

function orNull(row: FeedRow | undefined): FeedRecord | null {
  return row === undefined ? null : toFeedRecord(row)
}
