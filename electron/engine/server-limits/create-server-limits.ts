import { isDeepStrictEqual } from 'node:util'
import { succeed } from '../../../shared/contract/result.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { Connectivity } from '../http/connectivity.ts'
import type { RateLimits } from '../limits/rate-limits-service.ts'
import type { MediaService } from '../media/media-service.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createLimitNotices } from './limit-notices.ts'
import { createLimitsWatch } from './limits-watch.ts'
import { createLimitsReader } from './read-server-limits.ts'
import { createUnfitPosts } from './unfit-posts.ts'

export interface ServerLimitsNeeds {
  readonly accounts: Pick<AccountsService, 'list' | 'read' | 'adapterFor' | 'withSession' | 'noteLimits' | 'limitsReadAt' | 'onChange'>
  readonly posts: Pick<PostsService, 'read' | 'timed'>
  readonly media: Pick<MediaService, 'list'>
  readonly outbox: Pick<OutboxService, 'countUntil'>
  readonly limits: Pick<RateLimits, 'pollAt'>
  readonly connectivity: Pick<Connectivity, 'canReach' | 'onChange'>
}

/** What will leave within this time, ms, keeps its share of the budget. */
const soonMs = 5 * 60_000

/** What servers state that they take: asked anew before it grows old, quietly; what waits and fits no more is told. */
export function createServerLimits({ database, clock, log, emit, workspace }: WorkspaceContext, { accounts, posts, media, outbox, limits, connectivity }: ServerLimitsNeeds): Feature {
  const notices = createLimitNotices(database)
  const unfit = createUnfitPosts({ notices, accounts, posts, media })
  const reader = createLimitsReader({
    clock, log, accounts,
    mayAsk: (account) =>
      account.state === 'connected' && connectivity.canReach(account.serverUrl) && limits.pollAt(account, () => outbox.countUntil(account.id, clock.now() + soonMs)) <= clock.now()
  })
  const watch = createLimitsWatch({ clock, log, accounts, reader, connectivity })
  const tell = (): void => emit('serverLimits.changed', { workspaceId: workspace().id, ids: [] })
  const forgetChanges = followOtherLimits(accounts, (accountId) => {
    unfit.look(accountId)
    // Also where all fit: what was told of before may be over.
    tell()
  })

  return {
    handlers: {
      'serverLimits.refresh': async ({ accountIds }) => {
        const asked = [...new Set(accountIds)]
        await Promise.all(asked.map((accountId) => reader.read(accountId, 'composer')))
        return succeed({ notTold: asked.filter((accountId) => reader.isOld(accountId)) })
      },
      'serverLimits.listUnfit': () => succeed({ posts: [...unfit.list()] }),
      'serverLimits.dismissUnfit': ({ postIds }) => {
        for (const postId of postIds) notices.markRead(postId)
        tell()
        return succeed({})
      }
    },
    startBackgroundWork() {
      unfit.dropOver()
      watch.start()
    },
    systemResumed: watch.lookNow,
    async stop() {
      forgetChanges()
      const watchEnds = watch.stop()
      await reader.stop()
      await watchEnds
    }
  }
}

/** Calls back whenever an account's server takes something else than was known, by whatever reading: these, a check, a new login, the look before a thread leaves. */
function followOtherLimits(accounts: Pick<AccountsService, 'list' | 'read' | 'onChange'>, onOther: (accountId: string) => void): () => void {
  const known = new Map(accounts.list().map(({ id, serverLimits }) => [id, serverLimits]))
  return accounts.onChange((accountId) => {
    const before = known.get(accountId)
    const now = accounts.read(accountId)?.serverLimits
    if (now === undefined) return void known.delete(accountId)
    known.set(accountId, now)
    if (before !== undefined && !isDeepStrictEqual(before, now)) onOther(accountId)
  })
}
