import { z } from 'zod'
import { graphListSchema, optional } from '../meta/graph-lists.ts'
import { metaId } from '../meta/media-container.ts'

/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-media (read on 2026-11-21). */
export const instagramPostSchema = z.looseObject({
  id: metaId,
  caption: optional(z.string()),
  timestamp: optional(z.string()),
  permalink: optional(z.string()),
  media_type: optional(z.string()),
  is_comment_enabled: optional(z.boolean()),
  /** Whose it is. */
  username: optional(z.string()),
  children: optional(z.looseObject({ data: optional(z.array(z.unknown())) })),
  comments: graphListSchema.optional()
})
export type InstagramPost = z.infer<typeof instagramPostSchema>

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment (read on 2026-11-21). */
export const instagramCommentSchema = z.looseObject({
  id: metaId,
  text: optional(z.string()),
  timestamp: z.string(),
  username: optional(z.string()),
  from: optional(z.looseObject({ id: optional(z.string()), username: optional(z.string()) })),
  replies: graphListSchema.optional()
})
export type InstagramComment = z.infer<typeof instagramCommentSchema>
