import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'

/** What a network gives that waits for the person: the token of such a job. */
export const byHandToken = 'by_hand'

const byHandFileSchema = z.object({ mediaId: idSchema, fileName: z.string(), mediaType: z.string() })
export type ByHandFile = z.infer<typeof byHandFileSchema>

/** What the person needs to publish one job by themselves, exactly as it was when it was planned. */
export const byHandSchema = z.object({
  title: z.string(),
  text: z.string(),
  media: z.array(
    byHandFileSchema.extend({
      altText: z.string(),
      /** The picture that was chosen to stand for a film. */
      cover: byHandFileSchema.optional()
    })
  )
})
export type ByHand = z.infer<typeof byHandSchema>
