import { z } from 'zod'
import { heldDecisionSchema, holdSchema } from '../safety/hold.ts'
import { onlyThereSchema, restoredDecisionSchema, restoredEntrySchema } from '../safety/restored-entry.ts'
import { idSchema, workspaceScope, requestOnce } from './identifiers.ts'
import { request } from './request-definition.ts'

const { reason } = holdSchema.shape
/** kept: what waited to go out, and stays here · onTheWire: requests that had left for a network when the hold began, and cannot be called back. */
const held = z.object({ kept: z.int().min(0), onTheWire: z.int().min(0) })
export type HoldBegan = z.infer<typeof held>

/** Clients whose data could not be read or written just then. */
const troubled = z.array(idSchema)

export const safetyContract = {
  /** Once answered, nothing of this client leaves; over a restart too. Again: the new reason, the old beginning. */
  'safety.hold': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...workspaceScope, reason }), output: held }),
  /** What is planned for later goes on by itself; what came due meanwhile stays `held` until `safety.decideHeld`. */
  'safety.lift': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...workspaceScope }), output: z.object({}) }),
  /** All or nothing. Fails with `on_hold` while a hold stands, `conflict` (`not_held`) for a post of which nothing is held any more, or such a job. */
  'safety.decideHeld': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...requestOnce, ...workspaceScope, decisions: z.array(heldDecisionSchema).min(1).max(500) }),
    output: z.object({})
  }),
  /**
   * What stood open in a file that was put back to an earlier state, with what each network shows of it since. Asks the networks, and changes nothing.
   * `more`: so many are not listed; they ask when their time comes.
   */
  'safety.readRestored': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: z.object({ entries: z.array(restoredEntrySchema), more: z.int().min(0), onlyThere: z.array(onlyThereSchema).max(100) }) }),
  /** Lifts the client's hold and decides, all or nothing. What is not named here stays doubtful: it does not leave, and asks when its time comes. */
  'safety.decideRestored': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...requestOnce, ...workspaceScope, decisions: z.array(restoredDecisionSchema).max(500) }),
    output: z.object({})
  }),
  /** The same for all clients together, beside each one's own hold. Stands for the troubled ones too, whose part is not counted. */
  'studio.hold': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, reason }), output: held.extend({ troubled }) }),
  /** The troubled ones stay held, each by a hold of its own: what came due there meanwhile could not be kept back otherwise. */
  'studio.lift': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce }), output: z.object({ troubled }) })
} as const
