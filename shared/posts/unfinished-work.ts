import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'

/** What somebody is in the middle of: of no use while they are, and all that is left to say once the studio was cut off. */
export const unfinishedWorkSchema = z.object({
  workspaceId: idSchema,
  /** The draft that was being written; null: none. */
  postId: idSchema.nullable(),
  /** Names of the files on their way into the library. */
  fileNames: z.array(z.string().max(255)).max(100)
})
export type UnfinishedWork = z.infer<typeof unfinishedWorkSchema>
