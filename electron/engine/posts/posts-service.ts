import type { PostSummary } from '../../../shared/posts/post.ts'

/** What the other features know of posts. */
export interface PostsService {
  summary(postId: string): PostSummary | null
}
