import { z } from 'zod'
import { handOverSchema, heldBackSchema, otherHourSchema, waitingThereSchema } from '../outbox/hand-over.ts'
import { idSchema, workspaceScope, requestOnce } from './identifiers.ts'
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
  'handOver.start': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...onePost }), output }),
  /** Calls it back: then it waits here again, or is a draft again. While its network cannot be reached it may still go from there. */
  'handOver.takeBack': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...onePost, afterwards: z.enum(['wait_here', 'edit']) }), output }),
  /** What a hold called back and nobody has decided about since. It outlives restarts. */
  'handOver.readHeld': request({ handledBy: 'engine', effect: 'read', input: z.object(workspaceScope), output: z.object({ posts: z.array(heldBackSchema) }) }),
  /** hand_over: to their networks again, as far as those take them now; keep_here: they go from this computer. `left`: what could not be handed over stays asked about. */
  'handOver.decideHeld': request({
    handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...workspaceScope, postIds: z.array(idSchema).min(1).max(1000), decision: z.enum(['hand_over', 'keep_here']) }), output: z.object({ left: z.int().min(0) })
  }),
  /** Everything that may go out from a network of this client, or of one account, whatever is removed here. */
  'handOver.listThere': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, accountId: idSchema.nullable() }), output: z.object({ jobs: z.array(waitingThereSchema) }) }),
  /** What may still go at an hour that is not wished any more, and what went so, until somebody has read it. */
  'handOver.listOtherHours': request({ handledBy: 'engine', effect: 'read', input: z.object(workspaceScope), output: z.object({ moving: z.array(otherHourSchema), out: z.array(otherHourSchema) }) }),
  'handOver.dismissOldHours': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, jobIds: z.array(idSchema).min(1).max(1000) }), output: z.object({}) }),
  /** Looks at once instead of later: for what a network did not let go of. */
  'handOver.lookAgain': request({ handledBy: 'engine', effect: 'write', input: z.object(workspaceScope), output: z.object({}) })
} as const
