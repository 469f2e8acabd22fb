import { z } from 'zod'
import { graphListSchema, optional } from '../meta/graph-lists.ts'

/** Digits; a post bears its Page's before its own, a comment its post's. */
export const facebookId = z.string().regex(/^\d{1,25}(_\d{1,25})?$/)

const attachmentSchema = z.looseObject({ media_type: optional(z.string()), target: optional(z.looseObject({ id: z.string() })), subattachments: optional(z.looseObject({ data: optional(z.array(z.unknown())) })) })

export const facebookPostSchema = z.looseObject({
  id: facebookId,
  message: optional(z.string()),
  created_time: optional(z.string()),
  permalink_url: optional(z.string()),
  is_published: optional(z.boolean()),
  /** Seconds since the epoch; left out: it has no time. NaN: one that cannot be read. */
  scheduled_publish_time: z.number().optional().catch(Number.NaN),
  attachments: optional(z.looseObject({ data: optional(z.array(attachmentSchema)) }))
})
export type FacebookPost = z.infer<typeof facebookPostSchema>

export const personSchema = z.looseObject({ id: z.string(), name: optional(z.string()) })

export const facebookCommentSchema = z.looseObject({
  id: facebookId,
  message: optional(z.string()),
  created_time: z.string(),
  /** Missing where the app may not know who it was. */
  from: optional(personSchema),
  parent: optional(z.looseObject({ id: facebookId, from: optional(personSchema) })),
  attachment: optional(z.looseObject({})),
  permalink_url: optional(z.string()),
  user_likes: optional(z.boolean())
})
export type FacebookComment = z.infer<typeof facebookCommentSchema>

/** A post with the newest of what was said under it. */
export const postWithCommentsSchema = z.looseObject({ id: facebookId, comments: graphListSchema.optional() })

export const createdSchema = z.looseObject({ id: facebookId })
