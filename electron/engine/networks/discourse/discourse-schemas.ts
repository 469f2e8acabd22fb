import { z } from 'zod'

export const postSchema = z.looseObject({
  id: z.number(),
  username: z.string(),
  user_id: z.int().positive().optional().catch(undefined),
  name: z.string().nullish(),
  created_at: z.string(),
  cooked: z.string(),
  raw: z.string().optional(),
  post_number: z.number(),
  topic_id: z.number(),
  topic_slug: z.string().optional(),
  deleted_at: z.string().nullish(),
  user_deleted: z.boolean().optional(),
  can_delete: z.boolean().optional().catch(undefined),
  actions_summary: z.array(z.looseObject({ id: z.number().optional(), acted: z.boolean().optional() })).optional()
})
export type DiscoursePost = z.infer<typeof postSchema>

/** What creating answers: the post, or word that a moderator will look at it first. */
export const createdSchema = z.union([postSchema, z.looseObject({ action: z.literal('enqueued') })])

export const topicSchema = z.looseObject({
  id: z.number(),
  slug: z.string(),
  archetype: z.string(),
  closed: z.boolean().optional().catch(undefined),
  details: z.looseObject({ can_close_topic: z.boolean().optional().catch(undefined) }).optional().catch(undefined),
  post_stream: z.looseObject({ posts: z.array(z.looseObject({ id: z.number(), username: z.string(), post_number: z.number() })) })
})
export type DiscourseTopic = z.infer<typeof topicSchema>

export const notificationsSchema = z.looseObject({
  notifications: z.array(
    z.looseObject({
      id: z.number(),
      notification_type: z.number(),
      topic_id: z.number().nullish(),
      data: z.looseObject({ original_post_id: z.union([z.number(), z.string()]).nullish() }).optional()
    })
  )
})
export type DiscourseNotification = z.infer<typeof notificationsSchema>['notifications'][number]

export const activitySchema = z.looseObject({
  user_actions: z.array(
    z.looseObject({
      excerpt: z.string().nullish().transform((text) => text ?? ''),
      title: z.string().nullish().transform((text) => text ?? ''),
      created_at: z.string(),
      slug: z.string(),
      topic_id: z.number(),
      post_number: z.number(),
      post_id: z.union([z.number(), z.string()]).nullish()
    })
  )
})
export type DiscourseAction = z.infer<typeof activitySchema>['user_actions'][number]

/** Kind 2 is the like; 404 and deleted look alike elsewhere. */
const likeKind = 2

export function isLiked({ actions_summary: actions = [] }: DiscoursePost): boolean {
  return actions.some(({ id, acted }) => id === likeKind && acted === true)
}

export function isDeleted({ deleted_at, user_deleted }: DiscoursePost): boolean {
  return (typeof deleted_at === 'string' && deleted_at !== '') || user_deleted === true
}
