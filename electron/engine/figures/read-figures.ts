import type { FiguresRule } from '../../../shared/networks/network-capabilities.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { nextReadingAt, readingAges } from '../../../shared/figures/reading-times.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { NetworkFailure } from '../networks/network-failure.ts'
import type { PublishedPost, PublishedPosts } from '../outbox/published-posts.ts'
import type { Clock } from '../time/clock.ts'
import { countReactions } from '../../../shared/figures/reaction-kinds.ts'
import type { FiguresRepository } from './figures-repository.ts'
import type { ReactionsOfPost } from './reactions-service.ts'

export interface ReadFiguresNeeds {
  readonly clock: Clock
  readonly accounts: Pick<AccountsService, 'list' | 'read' | 'adapterFor' | 'withSession'>
  readonly published: PublishedPosts
  readonly repository: FiguresRepository
  /** What its network told of the post by itself; `unasked`: it is told so there, and was not so far. null: the network is asked. */
  toldOf(post: PublishedPost): ReactionsOfPost | 'unasked' | null
  /** The account is logged in, its server can be reached, and its budget leaves room for a look. */
  mayAsk(account: Account): boolean
}

export interface ReadFigures {
  /** Reads what is due, account by account; the posts and accounts that have new figures. */
  readDue(signal: AbortSignal): Promise<{ readonly postIds: readonly string[]; readonly accountIds: readonly string[] }>
  /** Reads those posts now; what went wrong, account by account. */
  readNow(posts: readonly PublishedPost[], signal: AbortSignal): Promise<readonly { readonly accountId: string; readonly error: StudioError }[]>
}

const oldest = Math.max(...readingAges)
/** A little less than a day, so that it does not wander through the day. */
const accountsEvery = 23 * 3_600_000
/** Who was asked less than this ago, ms, is not asked again by a press. */
const justNow = 60_000
/** An account that failed is left alone for this long, ms: figures are never urgent. */
const restAfterFailure = 3_600_000
/** Of one account in one turn: a whole month of posts after a long absence does not go out at once. */
const mostInATurn = 30

/** Asks networks what they count. A failure of one account ends its turn, and nobody else's. */
export function createReadFigures({ clock, accounts, published, repository, toldOf, mayAsk }: ReadFiguresNeeds): ReadFigures {
  /** By account: not before then. By post: its network tells nothing of it, and others need not wait for it. Both until the next start. */
  const resting = new Map<string, number>()
  const refused = new Set<string>()

  async function readOne(post: PublishedPost, signal: AbortSignal): Promise<NetworkFailure | null> {
    const { accountId, jobId, remoteId } = post
    const told = toldOf(post)
    if (told !== null) {
      if (told !== 'unasked') repository.add(jobId, clock.now(), { reactions: countReactions(told.kinds) })
      return null
    }
    const read = await accounts.withSession(accountId, signal, (session, adapter) => {
      if (adapter.figures === undefined) throw new Error(`${adapter.capabilities.id} tells no figures`)
      return adapter.figures.ofPost(session, remoteId)
    })
    if (signal.aborted) return null
    if (!read.ok) return read.failure
    repository.add(jobId, clock.now(), read.value)
    return null
  }

  function isDue(post: PublishedPost): boolean {
    const { jobId, publishedAt } = post
    const last = repository.newestOfJob(jobId)
    if (last?.figures === 'gone' || refused.has(jobId) || toldOf(post) === 'unasked') return false
    const next = nextReadingAt(publishedAt, last?.readAt ?? null)
    return next !== null && next <= clock.now()
  }

  async function readPostsOf(account: Account, signal: AbortSignal): Promise<readonly string[]> {
    const due = published.since(account.id, clock.now() - oldest - 24 * 3_600_000).filter(isDue).slice(0, mostInATurn)
    const postIds: string[] = []
    for (const post of due) {
      const failure = signal.aborted ? null : await readOne(post, signal)
      if (signal.aborted) break
      if (failure === null && post.postId !== null) postIds.push(post.postId)
      if (failure?.kind === 'rejected') refused.add(post.jobId)
      else if (failure !== null) {
        resting.set(account.id, clock.now() + restAfterFailure)
        break
      }
    }
    return postIds
  }

  /** What is read without being asked for: what costs is not. */
  function ruleOf(account: Account): FiguresRule | null {
    const { figures, capabilities } = accounts.adapterFor(account.networkId)
    const rule = figures === undefined ? undefined : capabilities.figures
    return rule === undefined || rule.price !== undefined ? null : rule
  }

  async function readAccount(account: Account, signal: AbortSignal): Promise<boolean> {
    const last = repository.newestOfAccount(account.id)
    if (last !== null && clock.now() - last.readAt < accountsEvery) return false
    const read = await accounts.withSession(account.id, signal, (session, adapter) => {
      if (adapter.figures === undefined) throw new Error(`${adapter.capabilities.id} tells no figures`)
      return adapter.figures.ofAccount(session)
    })
    if (signal.aborted) return false
    if (!read.ok || Object.keys(read.value).length === 0) {
      resting.set(account.id, clock.now() + restAfterFailure)
      return false
    }
    repository.addOfAccount(account.id, clock.now(), read.value)
    return true
  }

  return {
    async readDue(signal) {
      const postIds: string[] = []
      const accountIds: string[] = []
      for (const account of accounts.list()) {
        const rule = ruleOf(account)
        if (signal.aborted || rule === null || clock.now() < (resting.get(account.id) ?? 0) || !mayAsk(account)) continue
        if (rule.ofPost.value.length > 0) postIds.push(...(await readPostsOf(account, signal)))
        if (rule.ofAccount.value.length > 0 && !signal.aborted && (await readAccount(account, signal))) accountIds.push(account.id)
      }
      return { postIds, accountIds }
    },
    async readNow(posts, signal) {
      const stale = posts.filter(({ jobId }) => clock.now() - (repository.newestOfJob(jobId)?.readAt ?? 0) >= justNow)
      const failures = await Promise.all(stale.map(async (post) => ({ accountId: post.accountId, failure: await readOne(post, signal) })))
      return failures.flatMap(({ accountId, failure }) => (failure === null ? [] : [{ accountId, error: failure.error }]))
    }
  }
}
