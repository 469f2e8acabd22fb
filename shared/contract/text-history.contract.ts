import { z } from 'zod'
import { draftTextSchema, historyEntrySchema, textHistorySchema } from '../posts/text-history.ts'
import { idSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const oneText = { ...workspaceScope, postId: idSchema, text: draftTextSchema } as const

export const textHistoryContract = {
  /** What was typed in a text of a draft, to be undone and redone: the entries around where the text stands, or those before or after a number. Null: nothing yet. */
  'posts.readTextHistory': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...oneText, beyond: z.object({ side: z.enum(['older', 'newer']), number: z.int().min(0) }).optional() }),
    output: z.object({ history: textHistorySchema.nullable() })
  }),
  /**
   * Keeps what was typed since the last write: `entries` new or changed, those before `first` and after `last` go. `edition` is the one last read or answered, 0 before the first. What is too long is
   * cut at its oldest end; the answer says what is left. Fails with `conflict` where another window wrote meanwhile, and with `not_found` for a post that is not stored.
   */
  'posts.keepTextHistory': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...oneText, edition: z.int().min(0), first: z.int().min(1), last: z.int().min(0), position: z.int().min(0), head: z.string(), entries: z.array(historyEntrySchema) }),
    output: z.object({ edition: z.int(), first: z.int(), last: z.int() })
  })
} as const
