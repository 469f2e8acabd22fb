import type { Connectivity } from '../http/connectivity.ts'
import type { HttpClient } from '../http/http-client.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createActiveRules } from './active-rules.ts'
import { createAnnounceHits } from './announce-hits.ts'
import { createFeedItemsRepository } from './feed-items-repository.ts'
import { createFeedsRepository } from './feeds-repository.ts'
import { createFollowFeeds } from './follow-feeds.ts'
import { createPageFeedItems } from './page-feed-items.ts'
import { createRulesRepository } from './rules-repository.ts'
import { createSaveRule } from './save-rule.ts'
import { createStoreFeed } from './store-feed.ts'
import { createUpdateFeed } from './update-feed.ts'
import { createWatchHandlers, type CreateDraftFromSource } from './watch-handlers.ts'
import { createWatchPoller } from './watch-poller.ts'

export interface WatchNeeds {
  readonly http: HttpClient
  readonly connectivity: Pick<Connectivity, 'canReach' | 'onChange'>
  readonly createDraftFromSource: CreateDraftFromSource
  /** Between two looks at a feed, in ms, instead of its usual pace; for tests that run in real time. */
  readonly pollEveryMs?: number | undefined
}

/** Feeds that a workspace follows, their items as one reading list, and the rules that mark what matters. */
export function createWatch(context: WorkspaceContext, needs: WatchNeeds): Feature {
  const { database, clock, random, log } = context
  const { http, connectivity } = needs
  const workspaceId = context.workspace().id
  const stopping = new AbortController()

  const feeds = createFeedsRepository(database)
  const items = createFeedItemsRepository(database)
  const rules = createRulesRepository(database)
  const active = createActiveRules(rules)
  const saveRule = createSaveRule({ database, clock, items, rules, active })

  function announceChange(ids: readonly string[]): void {
    context.emit('watch.changed', { workspaceId, ids: [...ids] })
    context.emit('counts.changed', {})
  }

  const alerts = createAnnounceHits({ clock, rules, raise: (alert) => context.emit('alert.raised', { workspaceId, ...alert }) })
  const { update, keep } = createUpdateFeed({
    database,
    clock,
    random,
    http,
    connectivity,
    feeds,
    items,
    rules,
    everyMs: needs.pollEveryMs,
    storeFeed: createStoreFeed({ random, items, rules, active }),
    onNews(feedId, stored) {
      saveRule.noteStored(stored?.numbers ?? [])
      announceChange([feedId])
      if (stored !== null && stored.hits.size > 0) alerts.check()
    }
  })
  const poller = createWatchPoller({ clock, log, feeds, connectivity, update })
  const follow = createFollowFeeds({ database, clock, random, http, connectivity, feeds, keep, stopping: stopping.signal })

  return {
    handlers: createWatchHandlers({
      database,
      clock,
      workspaceName: () => context.workspace().name,
      feeds,
      items,
      rules,
      active,
      follow,
      saveRule,
      poller,
      createDraftFromSource: needs.createDraftFromSource,
      page: createPageFeedItems({ database, items, rules, idsInFolder: (folder) => feeds.idsInFolder(folder) }),
      announceChange
    }),
    counts: () => ({ unreadWatch: items.unread() }),
    systemResumed: () => poller.check(),
    startBackgroundWork() {
      alerts.check()
      poller.start()
    },
    async stop() {
      stopping.abort()
      saveRule.stop()
      alerts.stop()
      await poller.stop()
    }
  }
}
