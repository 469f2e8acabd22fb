import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { postContentSchema } from '../posts/post.ts'

export const templateNameSchema = z.string().trim().min(1).max(80)

/** The content of a post, kept under a name to begin other posts with. */
export const templateContentSchema = z.object({ id: idSchema, name: templateNameSchema, content: postContentSchema })
export type TemplateContent = z.infer<typeof templateContentSchema>

/** A template as lists show it. */
export const templateSchema = z.object({
  id: idSchema,
  name: z.string(),
  excerpt: z.string(),
  /** Parts of the thread; 1 for a post of one. */
  partCount: z.int().min(1),
  imageCount: z.int().min(0),
  updatedAt: instantSchema
})
export type Template = z.infer<typeof templateSchema>
