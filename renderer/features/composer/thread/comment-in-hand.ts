import { isCommentLeftOut } from '../../../../shared/posts/own-comment.ts'
import { commentOf } from '../../../../shared/posts/post-parts.ts'
import type { ReadyState } from '../composer-state.ts'

/** Whether the first comment is in the editor. */
export function isAtComment({ post, part }: Pick<ReadyState, 'post' | 'part'>): boolean {
  return part > 0 && post.content.moreParts?.[part - 1]?.isComment === true
}

/** It is, and the account in the editor writes none. */
export function isLeftOutNow({ post, editing, part }: Pick<ReadyState, 'post' | 'editing' | 'part'>): boolean {
  const comment = commentOf(post.content)
  return comment !== null && editing !== null && isAtComment({ post, part }) && isCommentLeftOut(comment, editing)
}
