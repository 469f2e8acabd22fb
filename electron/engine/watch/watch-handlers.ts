import type Database from 'better-sqlite3'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { PostOrigin } from '../../../shared/posts/post.ts'
import type { Feed } from '../../../shared/watch/feed.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { Clock } from '../time/clock.ts'
import type { ActiveRules } from './active-rules.ts'
import type { FeedItemsRepository } from './feed-items-repository.ts'
import type { FeedRecord } from './feed-record.ts'
import type { FeedsRepository } from './feeds-repository.ts'
import type { FollowFeeds } from './follow-feeds.ts'
import type { RulesRepository } from './rules-repository.ts'
import type { SaveRule } from './save-rule.ts'
import type { WatchPoller } from './watch-poller.ts'
import { writeOpml } from './write-opml.ts'

/** The posts feature's side of "make a post of it". The same `postId` again changes nothing. */
export type CreateDraftFromSource = (source: { postId: string; title: string; url: string | null; text: string; origin: PostOrigin }) => Result<unknown>

export interface WatchHandlersNeeds {
  readonly database: Database.Database
  readonly clock: Clock
  workspaceName(): string
  readonly feeds: FeedsRepository
  readonly items: FeedItemsRepository
  readonly rules: RulesRepository
  readonly active: ActiveRules
  readonly follow: FollowFeeds
  readonly saveRule: SaveRule
  readonly poller: WatchPoller
  readonly createDraftFromSource: CreateDraftFromSource
  page(input: ParsedInput<'watch.page'>): RequestOutput<'watch.page'>
  /** After a commit; ids of feeds, items or rules, empty for many. */
  announceChange(ids: readonly string[]): void
}

export function createWatchHandlers(needs: WatchHandlersNeeds): RequestHandlers {
  const { feeds, items, rules, poller } = needs
  return {
    'watch.overview': () => succeed(overview(needs)),
    'watch.page': (input) => succeed(needs.page(input)),
    async 'watch.addFeed'(input) {
      const added = await needs.follow.add(input)
      if (!added.ok) return added
      const feed = feeds.find(input.feedId)
      if (feed === null) return fail(studioError('not_found', 'the feed was removed at once'))
      poller.check()
      needs.announceChange([feed.id])
      return succeed(toFeed(feed, items.unreadByFeed().get(feed.id) ?? 0))
    },
    'watch.removeFeed'({ feedId }) {
      if (!feeds.remove(feedId)) return fail(studioError('not_found', `no feed ${feedId}`))
      needs.announceChange([])
      return succeed({})
    },
    'watch.importOpml'({ bytes }) {
      const imported = needs.follow.importOpml(bytes)
      if (imported.ok && imported.value.added > 0) {
        poller.check()
        needs.announceChange([])
      }
      return imported
    },
    'watch.exportOpml': () => succeed({ opml: writeOpml(needs.workspaceName(), feeds.list(), needs.clock.now()) }),
    'watch.mark'({ itemIds, change }) {
      needs.database.transaction(() => items.mark(itemIds, change)).immediate()
      needs.announceChange(itemIds.length > 100 ? [] : itemIds)
      return succeed({})
    },
    'watch.saveRule': (input) => saveRule(needs, input),
    'watch.removeRule'({ ruleId }) {
      if (!rules.remove(ruleId)) return fail(studioError('not_found', `no rule ${ruleId}`))
      needs.active.reload()
      needs.announceChange([ruleId])
      return succeed({})
    },
    async 'watch.refresh'() {
      await poller.refresh()
      return succeed({})
    },
    'watch.makePost': (input) => makePost(needs, input)
  }
}

function overview({ feeds, items, rules }: WatchHandlersNeeds): RequestOutput<'watch.overview'> {
  const unread = items.unreadByFeed()
  const unreadOfRules = rules.unreadByRule()
  return {
    feeds: feeds.list().map((feed) => toFeed(feed, unread.get(feed.id) ?? 0)),
    rules: rules.list().map(({ id, name, query }) => ({ id, name, query, unread: unreadOfRules.get(id) ?? 0 })),
    unread: [...unread.values()].reduce((sum, count) => sum + count, 0),
    starred: items.starred()
  }
}

async function saveRule(needs: WatchHandlersNeeds, { ruleId, name, query }: ParsedInput<'watch.saveRule'>): Promise<Result<RequestOutput<'watch.saveRule'>>> {
  const saved = await needs.saveRule.save({ ruleId, name, query })
  if (!saved.ok) return saved
  needs.announceChange([ruleId])
  return succeed({ id: ruleId, name, query, unread: needs.rules.unreadByRule().get(ruleId) ?? 0 })
}

function makePost({ items, createDraftFromSource }: WatchHandlersNeeds, { itemId, postId }: ParsedInput<'watch.makePost'>): Result<{ postId: string }> {
  const item = items.find(itemId)
  if (item === null) return fail(studioError('not_found', `no item ${itemId}`))
  const { title, url, summary } = item
  const made = createDraftFromSource({ postId, title, url, text: summary, origin: { kind: 'watch', feedItemId: itemId, url: url ?? '', title } })
  return made.ok ? succeed({ postId }) : made
}

function toFeed(feed: FeedRecord, unread: number): Feed {
  const { id, url, title, siteUrl, folder, lastFetchedAt, caughtUpAt, failure } = feed
  return { id, url, title: title === '' ? new URL(url).host : title, siteUrl, folder, lastFetchedAt, firstReadAt: caughtUpAt, failure, unread }
}
