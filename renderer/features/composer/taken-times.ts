import type { PostSummary } from '../../../shared/posts/post.ts'

export interface TakenFor {
  /** Where the post in hand is to go; none: not known yet, and the times of every account count. */
  readonly accountIds: readonly string[]
  /** The post in hand, whose own times keep nothing from it. */
  readonly postId: string | null
}

type Timed = Pick<PostSummary, 'id' | 'status' | 'accountIds' | 'schedule' | 'plan' | 'publishedAt' | 'stillAt' | 'apart'>

/** The instants (ms) at which these accounts have, had or are meant to have another post: scheduled, planned or out. A post that is for no account yet may be for any. */
export function takenTimes(posts: readonly Timed[], { accountIds, postId }: TakenFor): readonly number[] {
  const others = posts.filter((post) => post.id !== postId && post.status !== 'removed' && isOnOneOf(post.accountIds, accountIds))
  return others.flatMap((post) => [post.schedule?.dueAt, post.plan?.at, post.publishedAt, post.stillAt, ...apartOn(post, accountIds)].flatMap((at) => at ?? []))
}

function isOnOneOf(some: readonly string[], others: readonly string[]): boolean {
  return some.length === 0 || others.length === 0 || some.some((id) => others.includes(id))
}

function apartOn({ apart = [] }: Timed, accountIds: readonly string[]): readonly number[] {
  return apart.filter(({ accountId }) => isOnOneOf([accountId], accountIds)).map(({ at }) => at)
}
