import type { UnfitPost } from '../../../shared/contract/server-limits.contract.ts'
import { limitProblems } from '../../../shared/posts/limit-problems.ts'
import { fileIdsOf } from '../../../shared/posts/post-parts.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { MediaService } from '../media/media-service.ts'
import type { PostsService } from '../posts/posts-service.ts'
import type { LimitNotice, LimitNotices } from './limit-notices.ts'

export interface UnfitPostsNeeds {
  readonly notices: LimitNotices
  readonly accounts: Pick<AccountsService, 'read'>
  readonly posts: Pick<PostsService, 'read' | 'timed'>
  readonly media: Pick<MediaService, 'list'>
}

export interface UnfitPosts {
  /** Forgets what was noted of posts that wait no more: out, taken back, without an hour. */
  dropOver(): void
  /** The account's server takes something else by now: notes which posts that wait for it do not fit. */
  look(accountId: string): void
  /** Those that were noted and do not fit now either, soonest first. What was put right, taken back or gone out is not among them. */
  list(): readonly UnfitPost[]
}

export function createUnfitPosts({ notices, accounts, posts, media }: UnfitPostsNeeds): UnfitPosts {
  function unfit({ postId, accountId }: LimitNotice): UnfitPost | null {
    const [account, post] = [accounts.read(accountId), posts.read(postId)]
    if (account === null || post === null || post.schedule === null) return null
    const problems = limitProblems(post.content, account, media.list(fileIdsOf(post.content)), post.jobs)
    return problems.length === 0 ? null : { postId, accountId, excerpt: post.excerpt, dueAt: post.schedule.dueAt, problems: [...problems] }
  }

  const dropOver = (): void => notices.keepOnly(posts.timed().map(({ postId }) => postId))

  return {
    dropOver,
    look(accountId) {
      dropOver()
      for (const { postId } of posts.timed()) if (unfit({ postId, accountId }) !== null) notices.note({ postId, accountId })
    },
    list: () => notices.listUnread().flatMap((notice) => unfit(notice) ?? []).toSorted((one, other) => one.dueAt - other.dueAt)
  }
}
