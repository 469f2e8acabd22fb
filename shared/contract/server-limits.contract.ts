import { z } from 'zod'
import { idSchema, instantSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'
import { postProblemSchema } from '../posts/post-problem.ts'

/** A scheduled post that one of its accounts' servers takes no more, by what the server says now. */
const unfitPostSchema = z.object({
  postId: idSchema,
  accountId: idSchema,
  excerpt: z.string(),
  dueAt: instantSchema,
  /** Why; at least one. */
  problems: z.array(postProblemSchema)
})
export type UnfitPost = z.infer<typeof unfitPostSchema>

/** What accounts' own servers state that they take (`Account.serverLimits`). */
export const serverLimitsContract = {
  /**
   * Somebody writes for these accounts: whose server's word is older than `limitsAges.composer` is asked anew. Answers when all were asked. What is other than before comes by
   * `accounts.changed`. `notTold`: whose server told it before, and did not answer or could not be asked now; what was known stays.
   */
  'serverLimits.refresh': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, accountIds: z.array(idSchema).max(50) }), output: z.object({ notTold: z.array(idSchema) }) }),
  /** Posts that waited when a server began to take less, and that do not fit it now, soonest first; without those that somebody has read. */
  'serverLimits.listUnfit': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: z.object({ posts: z.array(unfitPostSchema) }) }),
  /** Somebody has read it. A later change of the limits says it again. */
  'serverLimits.dismissUnfit': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, postIds: z.array(idSchema).max(200) }), output: z.object({}) })
} as const
