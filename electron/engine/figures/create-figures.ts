import { succeed } from '../../../shared/contract/result.ts'
import type { FiguresOfPost } from '../../../shared/figures/figures-of-post.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { Connectivity } from '../http/connectivity.ts'
import type { RateLimits } from '../limits/rate-limits-service.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import { createPublishedPosts, type PublishedPost } from '../outbox/published-posts.ts'
import { createPollLoop } from '../polling/poll-loop.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createFiguresRepository } from './figures-repository.ts'
import type { ReactionsService } from './reactions-service.ts'
import { createReadFigures } from './read-figures.ts'
import { createToldFigures } from './told-figures.ts'
import { createWorthRepeating } from './worth-repeating.ts'

export interface FiguresNeeds {
  readonly accounts: Pick<AccountsService, 'list' | 'read' | 'adapterFor' | 'withSession' | 'onChange'>
  readonly posts: Pick<PostsService, 'summary'>
  readonly outbox: Pick<OutboxService, 'countUntil'>
  readonly reactions: Pick<ReactionsService, 'ofPost'>
  readonly limits: Pick<RateLimits, 'pollAt'>
  readonly connectivity: Pick<Connectivity, 'canReach' | 'onChange'>
  readonly pollEveryMs?: number | undefined
}

const week = 7 * 86_400_000
/** What will leave within this time, ms, keeps its share of the budget. */
const soonMs = 5 * 60_000
const firstAfterMs = 30_000
const betweenTurnsMs = 15 * 60_000

/** What networks count of published posts and of accounts: read while it moves, kept with the moment of each reading. */
export function createFigures(context: WorkspaceContext, { accounts, posts, outbox, reactions, limits, connectivity, pollEveryMs }: FiguresNeeds): Feature {
  const { database, clock, random, log } = context
  const workspaceId = context.workspace().id
  const repository = createFiguresRepository(database)
  const published = createPublishedPosts(database)
  const worthRepeating = createWorthRepeating({ context, accounts, posts, published, repository })
  const ending = new AbortController()
  const reading = new Set<Promise<unknown>>()
  let cancelStart = (): void => undefined
  const told = createToldFigures({ accounts, reactions })
  const reader = createReadFigures({
    clock, accounts, published, repository,
    toldOf: told.of,
    mayAsk: (account) =>
      account.state === 'connected' && connectivity.canReach(account.serverUrl) && limits.pollAt(account, () => outbox.countUntil(account.id, clock.now() + soonMs)) <= clock.now()
  })
  const tell = (ids: readonly string[]): void => context.emit('figures.changed', { workspaceId, ids: ids.length > 100 ? [] : [...ids] })

  const loop = createPollLoop({
    clock, random, log, name: 'figures', everyMs: pollEveryMs,
    mayFetch: () => true,
    async fetch(signal) {
      const { postIds, accountIds } = await reader.readDue(signal)
      if (postIds.length > 0 || accountIds.length > 0) tell([...new Set(postIds)])
      return { kind: 'fetched', pollAgainAfterMs: pollEveryMs === undefined ? betweenTurnsMs : null }
    }
  })

  /** Only what can be asked: the account is here, and its network tells figures. */
  function readable(postId: string): readonly PublishedPost[] {
    return published.ofPost(postId).filter(({ accountId }) => {
      const account = accounts.read(accountId)
      const { figures, capabilities } = account === null ? { figures: undefined, capabilities: undefined } : accounts.adapterFor(account.networkId)
      // Some tell of the account alone.
      return figures !== undefined && capabilities.figures?.ofPost.value.length !== 0
    })
  }

  const figuresOf = (postId: string): FiguresOfPost[] =>
    readable(postId).map((post) => {
      const { accountId, jobId, publishedAt } = post
      return { accountId, jobId, publishedAt, ...told.with(post, repository.ofJob(jobId)) }
    })

  return {
    handlers: {
      'figures.ofPost': ({ postId }) => succeed({ accounts: figuresOf(postId) }),
      'figures.read': async ({ postId }) => {
        const now = reader.readNow(readable(postId), ending.signal)
        const done = now.finally(() => reading.delete(done))
        reading.add(done)
        const failures = await now
        tell([postId])
        return succeed({ accounts: figuresOf(postId), failures: [...failures] })
      },
      'figures.worthRepeating': (input) => succeed(worthRepeating(input)),
      'figures.ofAccounts': () =>
        succeed({
          accounts: accounts.list().flatMap(({ id }) => {
            const newest = repository.newestOfAccount(id)
            if (newest === null) return []
            const before = repository.ofAccountAt(id, newest.readAt - week)
            return [{ accountId: id, ...newest, before: before === null || before.readAt === newest.readAt ? null : before }]
          })
        })
    },
    // Nobody waits for figures: what a start is for comes first.
    startBackgroundWork: () => void (cancelStart = clock.after(pollEveryMs ?? firstAfterMs, loop.start)),
    systemResumed: () => loop.resume(),
    async stop() {
      ending.abort()
      cancelStart()
      await loop.stop()
      await Promise.allSettled(reading)
    }
  }
}
