import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'

/** text: words that come back, with variables · hashtags: a set of them, in order. */
export const snippetKinds = ['text', 'hashtags'] as const
export type SnippetKind = (typeof snippetKinds)[number]

/** What can be typed as one snippet, in UTF-16 code units. */
export const longestTyped = 5000

/** What a client's posts say again and again. */
export const snippetContentSchema = z.object({
  id: idSchema,
  kind: z.enum(snippetKinds),
  name: z.string().trim().min(1).max(80),
  /** Plain; an empty line parts paragraphs. Variables by their stored names. Longer than what can be typed, as stored names and hashtags' signs come to it. */
  text: z.string().trim().min(1).max(2 * longestTyped)
})
export type SnippetContent = z.infer<typeof snippetContentSchema>

export const snippetSchema = snippetContentSchema.extend({ text: z.string(), updatedAt: instantSchema })
export type Snippet = z.infer<typeof snippetSchema>
