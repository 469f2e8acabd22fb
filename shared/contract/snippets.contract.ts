import { z } from 'zod'
import { snippetContentSchema, snippetSchema } from '../snippets/snippet.ts'
import { idSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

export const snippetsContract = {
  /** Texts and sets of hashtags that the client's posts use again, by name. */
  'snippets.list': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: z.object({ snippets: z.array(snippetSchema) }) }),
  /** New, or instead of the one with this id. Variables are stored by their own names, whatever the language in which they were written; hashtags are tidied. */
  'snippets.save': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, snippet: snippetContentSchema }), output: snippetSchema }),
  'snippets.remove': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, snippetId: idSchema }), output: z.object({}) })
} as const
