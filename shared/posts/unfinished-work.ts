import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'

/** What somebody is in the middle of: of no use while they are, and all that is left to say once the studio was cut off. */
export const unfinishedWorkSchema = z.object({
  workspaceId: idSchema,
  /** The draft that was being written; null: none. */
  postId: idSchema.nullable(),
  /** The files on their way into the library; `inPost`: as what, and into which post, one was chosen. It is on its way until the post is stored with it. */
  files: z.array(z.object({ name: z.string().max(255), inPost: z.object({ postId: idSchema, mediaId: idSchema }).nullable() })).max(100)
})
export type UnfinishedWork = z.infer<typeof unfinishedWorkSchema>
