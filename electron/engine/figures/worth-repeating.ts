import type { RequestInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import { rankPosts, type CountedPost } from '../../../shared/figures/worth-repeating.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { PublishedPosts } from '../outbox/published-posts.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { FiguresRepository } from './figures-repository.ts'

export interface WorthRepeatingNeeds {
  readonly context: Pick<WorkspaceContext, 'database' | 'clock'>
  readonly accounts: Pick<AccountsService, 'list'>
  readonly posts: Pick<PostsService, 'summary'>
  readonly published: PublishedPosts
  readonly repository: Pick<FiguresRepository, 'newestOfJob'>
}

const day = 86_400_000

/** By what was counted last of each post on the accounts that are here; a post that is gone from its network counts no more there. */
export function createWorthRepeating({ context: { database, clock }, accounts, posts, published, repository }: WorthRepeatingNeeds): (input: Omit<RequestInput<'figures.worthRepeating'>, 'workspaceId'>) => RequestOutput<'figures.worthRepeating'> {
  const again = database.prepare<[string], number | null>("SELECT max(created_at) FROM posts WHERE json_extract(origin, '$.kind') = 'post' AND json_extract(origin, '$.postId') = ?").pluck()

  function countedOf(accountId: string): readonly CountedPost[] {
    return published.since(accountId, 0).flatMap(({ jobId, postId, publishedAt }) => {
      const figures = repository.newestOfJob(jobId)?.figures ?? 'gone'
      return postId === null || figures === 'gone' || Object.keys(figures).length === 0 ? [] : [{ postId, accountId, publishedAt, figures }]
    })
  }

  return ({ olderThanDays, limit }) => {
    const counted = accounts.list().flatMap(({ id }) => countedOf(id))
    const ranked = rankPosts(counted, clock.now() - olderThanDays * day).slice(0, limit)
    return {
      isCounted: counted.length > 0,
      posts: ranked.flatMap(({ postId, figures, timesUsual }) => {
        const post = posts.summary(postId)
        return post === null ? [] : [{ post, figures, timesUsual, writtenAgainAt: again.get(postId) ?? null }]
      })
    }
  }
}
