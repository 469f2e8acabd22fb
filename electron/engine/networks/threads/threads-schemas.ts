import { z } from 'zod'
import { optional } from '../meta/graph-lists.ts'
import { metaId } from '../meta/media-container.ts'

const placed = optional(z.looseObject({ id: metaId }))

/** A post or an answer: https://developers.facebook.com/docs/threads/retrieve-and-manage-replies (read on 2026-11-21). */
export const threadsPostSchema = z.looseObject({
  id: metaId,
  text: optional(z.string()),
  timestamp: optional(z.string()),
  permalink: optional(z.string()),
  username: optional(z.string()),
  media_type: optional(z.string()),
  children: optional(z.looseObject({ data: optional(z.array(z.unknown())) })),
  has_replies: optional(z.boolean()),
  is_reply_owned_by_me: optional(z.boolean()),
  /** https://developers.facebook.com/documentation/threads/posts/quote-posts (read on 2026-11-22). */
  is_quote_post: optional(z.boolean()),
  quoted_post: placed,
  /** https://developers.facebook.com/documentation/threads/posts/reposts (read on 2026-11-23). */
  reposted_post: placed,
  /** https://developers.facebook.com/documentation/threads/create-posts/text-attachments (read on 2026-11-23). */
  text_attachment: optional(z.looseObject({ plaintext: optional(z.string()) })),
  root_post: placed,
  replied_to: placed
})
export type ThreadsPost = z.infer<typeof threadsPostSchema>

/** It stands among the account's own posts, and is somebody else's. */
export function isRepost({ media_type }: Pick<ThreadsPost, 'media_type'>): boolean {
  return media_type === 'REPOST_FACADE'
}
