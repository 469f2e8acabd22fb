import { z } from 'zod'
import { placeSchema } from '../posts/place.ts'
import { idSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

/** Where a post may say that it is. */
export const placesContract = {
  /** Asks the account's network for places by their name; null where it has no such search. Fails as calls to networks do; `rejected` with the reason `places_closed` where the user's app may not ask. */
  'places.find': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, accountId: idSchema, query: z.string().trim().min(1).max(100) }), output: z.object({ found: z.array(placeSchema).nullable() }) })
} as const
