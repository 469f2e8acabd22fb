import type Database from 'better-sqlite3'
import type { ParsedInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import { firstNumberAt } from '../database/time-ordered-number.ts'
import { toFeedItem, type FeedItemRow, type FeedItemsRepository } from './feed-items-repository.ts'
import type { RulesRepository } from './rules-repository.ts'

type PageInput = Omit<ParsedInput<'watch.page'>, 'workspaceId'>
type Numbers = Database.Statement<[{ source: string; before: number; limit: number }], { number: number }>

export interface PageFeedItemsNeeds {
  readonly database: Database.Database
  readonly items: Pick<FeedItemsRepository, 'find' | 'findNumber'>
  readonly rules: Pick<RulesRepository, 'rulesOf'>
  idsInFolder(folder: string): readonly string[]
}

/** Each a seek in an index that is in order already. */
export const pageStatements = {
  all: 'SELECT number FROM feed_items WHERE number < @before ORDER BY number DESC LIMIT @limit',
  allUnread: 'SELECT number FROM feed_items INDEXED BY feed_items_unread WHERE is_read = 0 AND number < @before ORDER BY number DESC LIMIT @limit',
  starred: 'SELECT number FROM feed_items INDEXED BY feed_items_starred WHERE is_starred = 1 AND number < @before ORDER BY number DESC LIMIT @limit',
  starredUnread: 'SELECT number FROM feed_items INDEXED BY feed_items_starred WHERE is_starred = 1 AND is_read = 0 AND number < @before ORDER BY number DESC LIMIT @limit',
  feed: 'SELECT number FROM feed_items INDEXED BY feed_items_by_feed WHERE feed_id = @source AND number < @before ORDER BY number DESC LIMIT @limit',
  feedUnread: 'SELECT number FROM feed_items INDEXED BY feed_items_unread_by_feed WHERE feed_id = @source AND is_read = 0 AND number < @before ORDER BY number DESC LIMIT @limit',
  rule: 'SELECT item_number AS number FROM watch_hits WHERE rule_id = @source AND item_number < @before ORDER BY item_number DESC LIMIT @limit',
  ruleUnread: 'SELECT item_number AS number FROM watch_hits INDEXED BY watch_hits_unread WHERE rule_id = @source AND is_read = 0 AND item_number < @before ORDER BY item_number DESC LIMIT @limit'
} as const

/** A page of the reading list, newest first. A folder merges its feeds. */
export function createPageFeedItems({ database, items, rules, idsInFolder }: PageFeedItemsNeeds): (input: PageInput) => RequestOutput<'watch.page'> {
  const statements = new Map<keyof typeof pageStatements, Numbers>()

  function numbers(name: keyof typeof pageStatements, source: string, before: number, limit: number): number[] {
    const statement: Numbers = statements.get(name) ?? database.prepare(pageStatements[name])
    statements.set(name, statement)
    return statement.all({ source, before, limit }).map((row) => row.number)
  }

  function numbersOf({ source, unreadOnly }: PageInput, before: number, limit: number): number[] {
    switch (source.kind) {
      case 'all':
        return numbers(unreadOnly ? 'allUnread' : 'all', '', before, limit)
      case 'starred':
        return numbers(unreadOnly ? 'starredUnread' : 'starred', '', before, limit)
      case 'feed':
        return numbers(unreadOnly ? 'feedUnread' : 'feed', source.feedId, before, limit)
      case 'rule':
        return numbers(unreadOnly ? 'ruleUnread' : 'rule', source.ruleId, before, limit)
      case 'folder': {
        const ofEach = idsInFolder(source.folder).flatMap((feedId) => numbers(unreadOnly ? 'feedUnread' : 'feed', feedId, before, limit))
        return ofEach.toSorted((a, b) => b - a).slice(0, limit)
      }
    }
  }

  /** The item of the cursor may have been pruned since: then the second in which it stood. */
  function place(cursor: PageInput['before']): number {
    if (cursor === null) return Number.MAX_SAFE_INTEGER
    return items.find(cursor.id)?.number ?? firstNumberAt(cursor.publishedAt)
  }

  return (input) => {
    const found = numbersOf(input, place(input.before), input.limit + 1)
    const rows = found.slice(0, input.limit).flatMap((number): FeedItemRow[] => [items.findNumber(number)].filter((row) => row !== null))
    const last = rows.at(-1)
    return {
      items: rows.map((row) => toFeedItem(row, rules.rulesOf(row.number))),
      next: found.length > input.limit && last !== undefined ? { publishedAt: last.published_at, id: last.id } : null
    }
  }
}
