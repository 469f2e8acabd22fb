import { z } from 'zod'

/**
 * The editor's document as JSON (ProseMirror's shape), kept small on purpose: paragraphs, hard breaks, text with link, bold and italic,
 * bullet and ordered lists, headings. Networks that know plain text only get `documentToText`.
 */
export const documentSchemaVersion = 1

/** Of a link, in characters. */
export const longestAddress = 2048

export const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  /** `shared/people/name-people.ts`: whom the words `@name` mean, and what they are called on each network. */
  z.object({ type: z.literal('mention'), attrs: z.looseObject({ personId: z.string().max(64), name: z.string().max(120), handles: z.unknown() }) }),
  z.object({ type: z.literal('link'), attrs: z.looseObject({ href: z.string().max(longestAddress) }) })
])

export type RichMark = z.infer<typeof markSchema>

export interface RichNode {
  readonly type: string
  readonly text?: string | undefined
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
  readonly marks?: readonly RichMark[] | undefined
  readonly content?: readonly RichNode[] | undefined
}

/** Lists in lists, far deeper than anybody reads. Bounded, since each level is read within the one above. */
export const deepest = 100

const nodeSchema = (depth: number): z.ZodType<RichNode> =>
  z.lazy(() =>
    z.object({
      type: z.enum(['paragraph', 'text', 'hardBreak', 'bulletList', 'orderedList', 'listItem', 'heading', 'blockquote']),
      text: z.string().optional(),
      attrs: z.record(z.string(), z.unknown()).optional(),
      marks: z.array(markSchema).optional(),
      content: z.array(depth < deepest ? nodeSchema(depth + 1) : z.never()).optional()
    })
  )

export const richDocumentSchema = z.object({ type: z.literal('doc'), content: z.array(nodeSchema(1)).default([]) })
export type RichDocument = z.infer<typeof richDocumentSchema>

export const emptyDocument: RichDocument = { type: 'doc', content: [{ type: 'paragraph' }] }
