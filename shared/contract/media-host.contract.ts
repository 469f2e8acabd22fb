import { z } from 'zod'
import { mediaHostSchema } from '../media-host/media-host.ts'
import { workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const key = z.string().trim().max(1_024)

/** Where networks fetch a client's pictures that take no bytes. Keys go in and never come out. */
export const mediaHostContract = {
  /** `isReady`: a place is chosen, and what it needs is there. `lying`: how many files wait there to be taken away. */
  'mediaHost.read': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope }),
    output: z.object({ host: mediaHostSchema.nullable(), isReady: z.boolean(), lying: z.int().min(0) })
  }),
  /**
   * Tries the place, as `mediaHost.try` does, and keeps it only when it works. `keys`: of a storage, into the keychain; left out, those that are there stay. Fails with
   * `media_host_failed` (details: `reason`, `host`), `invalid_input` (details: `field`), `not_found` for an account that is no such place.
   */
  'mediaHost.save': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, host: mediaHostSchema, keys: z.object({ accessKeyId: key.min(1), secretAccessKey: key.min(1) }).optional() }),
    output: z.object({})
  }),
  /** Puts a small picture there, fetches it as anybody would, and takes it away again. */
  'mediaHost.try': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope }), output: z.object({}) }),
  /** Its keys go too, unless files lie there that could not be taken away (`lying`): then nothing changes, since no other keys open that place. `isMeant`: all the same. */
  'mediaHost.remove': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, isMeant: z.boolean().optional() }), output: z.object({ lying: z.int().min(0) }) })
} as const
