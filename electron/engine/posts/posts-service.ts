import type { Result } from '../../../shared/contract/result.ts'
import type { PostOrigin, PostSummary } from '../../../shared/posts/post.ts'
import type { PostSource } from './draft-from-source.ts'

/** What the other features know of posts. */
export interface PostsService {
  summary(postId: string): PostSummary | null
  /** A draft about what somebody else published. The same `postId` again changes nothing. */
  createDraftFromSource(source: PostSource & { readonly postId: string; readonly origin: PostOrigin }): Result<null>
}
