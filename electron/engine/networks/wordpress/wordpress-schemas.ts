import { z } from 'zod'

const renderedSchema = z.looseObject({ raw: z.string().optional(), rendered: z.string().optional() })

export const postSchema = z.looseObject({
  id: z.number(),
  slug: z.string(),
  status: z.string(),
  link: z.string().optional(),
  modified_gmt: z.string().nullish(),
  date_gmt: z.string().nullish(),
  title: renderedSchema.optional(),
  excerpt: renderedSchema.optional(),
  categories: z.array(z.number()).optional(),
  featured_media: z.number().optional(),
  content: renderedSchema.optional()
})
export type WordpressPost = z.infer<typeof postSchema>

export const commentSchema = z.looseObject({
  id: z.number(),
  post: z.number(),
  parent: z.number(),
  author: z.number(),
  author_name: z.string(),
  date_gmt: z.string(),
  content: renderedSchema,
  link: z.string(),
  status: z.string()
})
export type WordpressComment = z.infer<typeof commentSchema>

/** Times come without zone; those named `_gmt` are UTC. NaN for what is no time. */
export function timeOfGmt(written: string): number {
  return Date.parse(/Z|[+-]\d\d:\d\d$/.test(written) ? written : `${written}Z`)
}
