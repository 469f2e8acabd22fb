import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { postFiguresSchema } from './figures.ts'
import { reactionKindsSchema } from './reaction-kinds.ts'

/** What a network counted at a moment. `gone`: the post was no longer there. */
export const readingSchema = z.object({ readAt: instantSchema, figures: z.union([postFiguresSchema, z.literal('gone')]) })
export type Reading = z.infer<typeof readingSchema>

/** Of one account's post. */
export const figuresOfPostSchema = z.object({
  accountId: idSchema,
  jobId: idSchema,
  publishedAt: instantSchema,
  /** Oldest first; none: not read yet. */
  readings: z.array(readingSchema),
  /** Its network tells them by itself, when they change, and cannot be asked. The most frequent kind first; none: nothing was told so far, or all were taken back. */
  told: z.object({ kinds: reactionKindsSchema }).optional()
})
export type FiguresOfPost = z.infer<typeof figuresOfPostSchema>
