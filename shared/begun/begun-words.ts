import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'
import { mostTags, longestTag } from '../posts/tags.ts'
import { richDocumentSchema } from '../posts/rich-document.ts'
import { snippetKinds } from '../snippets/snippet.ts'

/** edit: other words for what is out · snippet: a saved text or set of hashtags · template: the name of one · tag: in the field of tags, and none yet. */
export const begunKinds = ['edit', 'snippet', 'template', 'tag'] as const
export type BegunKind = (typeof begunKinds)[number]

/** Words of a field that were begun and neither saved, sent nor given up. What would be refused when they are saved may still be missing. */
export const begunWordsSchema = z.discriminatedUnion('kind', [
  /** Those of one post, each with the jobs whose words it is to replace. */
  z.object({ kind: z.literal('edit'), texts: z.array(z.object({ jobIds: z.array(idSchema).min(1).max(100), title: z.string().max(300), document: richDocumentSchema })).min(1).max(100) }),
  z.object({ kind: z.literal('snippet'), isNew: z.boolean(), snippet: z.object({ id: idSchema, kind: z.enum(snippetKinds), name: z.string().max(80), text: z.string().max(200_000) }) }),
  /** `templateId` null: the post in hand becomes one. */
  z.object({ kind: z.literal('template'), templateId: idSchema.nullable(), name: z.string().max(80) }),
  z.object({ kind: z.literal('tag'), text: z.string().max(mostTags * longestTag) })
])
export type BegunWords = z.infer<typeof begunWordsSchema>
export type BegunOf<Kind extends BegunKind> = Extract<BegunWords, { readonly kind: Kind }>
