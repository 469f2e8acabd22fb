import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'

/** text: words that come back, with variables · hashtags: a set of them, in order. */
export const snippetKinds = ['text', 'hashtags'] as const
export type SnippetKind = (typeof snippetKinds)[number]

/** What a client's posts say again and again. */
export const snippetContentSchema = z.object({
  id: idSchema,
  kind: z.enum(snippetKinds),
  name: z.string().trim().min(1).max(80),
  /** Plain; an empty line parts paragraphs. Variables by their stored names. */
  text: z.string().trim().min(1).max(5000)
})
export type SnippetContent = z.infer<typeof snippetContentSchema>

export const snippetSchema = snippetContentSchema.extend({ text: z.string(), updatedAt: instantSchema })
export type Snippet = z.infer<typeof snippetSchema>
