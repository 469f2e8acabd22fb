import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { postFiguresSchema } from './figures.ts'

/** What a network counted at a moment. `gone`: the post was no longer there. */
export const readingSchema = z.object({ readAt: instantSchema, figures: z.union([postFiguresSchema, z.literal('gone')]) })
export type Reading = z.infer<typeof readingSchema>

/** Of one account's post. */
export const figuresOfPostSchema = z.object({
  accountId: idSchema,
  jobId: idSchema,
  publishedAt: instantSchema,
  /** Oldest first; none: not read yet. */
  readings: z.array(readingSchema)
})
export type FiguresOfPost = z.infer<typeof figuresOfPostSchema>
