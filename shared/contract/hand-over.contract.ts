import { z } from 'zod'
import { handOverSchema } from '../outbox/hand-over.ts'
import { idSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const onePost = { ...workspaceScope, postId: idSchema } as const
const output = z.object({ handOvers: z.array(handOverSchema) })

export const handOverContract = {
  /** Where the post waits, for each account that has or had it; none for what only ever waited here. */
  'handOver.read': request({ handledBy: 'engine', effect: 'read', input: z.object(onePost), output }),
  /**
   * Gives a scheduled post to the networks that publish by themselves, so that it goes with the computer off. The other accounts of the post go from
   * here as before. `post_not_editable` when no network of it takes it for that time. What came of it is told by `posts.changed`.
   */
  'handOver.start': request({ handledBy: 'engine', effect: 'write', input: z.object(onePost), output }),
  /** Calls it back: then it waits here again, or is a draft again. While its network cannot be reached it may still go from there. */
  'handOver.takeBack': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...onePost, afterwards: z.enum(['wait_here', 'edit']) }), output })
} as const
