import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { inboxSourceSchema } from '../inbox/inbox-source.ts'
import { postSummarySchema } from '../posts/post.ts'

/** idea: a thought · to_write: worth a post · ready: written, to be given a day. */
export const ideaStages = ['idea', 'to_write', 'ready'] as const
export type IdeaStage = (typeof ideaStages)[number]

/** Where an idea came from, kept so that it can be shown and credited. */
export const ideaSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('watch'), feedItemId: idSchema, url: z.string().max(2048), title: z.string().max(500) }),
  inboxSourceSchema
])
export type IdeaSource = z.infer<typeof ideaSourceSchema>

/** What is written on a card. */
export const ideaContentSchema = z.object({
  id: idSchema,
  stage: z.enum(ideaStages),
  title: z.string().trim().min(1).max(200),
  note: z.string().trim().max(5000),
  source: ideaSourceSchema.nullable(),
  /** The post that was made of it; it may have been deleted since. */
  postId: idSchema.nullable()
})
export type IdeaContent = z.infer<typeof ideaContentSchema>

/** What is being written on a card and is not saved: a title may still be missing. */
export const ideaWordsSchema = z.object({
  ideaId: idSchema,
  /** No card bears it yet. */
  isNew: z.boolean(),
  title: z.string().max(200),
  note: z.string().max(5000)
})
export type IdeaWords = z.infer<typeof ideaWordsSchema>

export const ideaSchema = ideaContentSchema.extend({
  /** As it stands now; null while there is none. */
  post: postSummarySchema.nullable(),
  updatedAt: instantSchema
})
export type Idea = z.infer<typeof ideaSchema>

/** What has a time that counts, or is out, is the calendar's and no longer a thought. */
export function isOnBoard({ post }: Pick<Idea, 'post'>): boolean {
  return post === null || post.status === 'draft'
}
