import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'
import { mediaItemSchema } from './media-item.ts'

/** A picture of the client, once, however often the same file was added. */
export const libraryPictureSchema = z.object({
  /** As it was added last. */
  item: mediaItemSchema,
  /** Every id under which this very content is known. */
  sameIds: z.array(idSchema),
  /** The description written last, in whichever post; empty when there is none. */
  altText: z.string(),
  /** How many posts have it, and some of them, those touched last first. */
  useCount: z.int().min(0),
  uses: z.array(z.object({ postId: idSchema, excerpt: z.string() }))
})
export type LibraryPicture = z.infer<typeof libraryPictureSchema>

/** So many uses are named. */
export const namedUses = 5
