import { z } from 'zod'
import { networkIdSchema } from '../networks/network-id.ts'
import { foundPersonSchema, personSchema } from '../people/person.ts'
import { idSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const query = z.string().trim().min(1).max(100)

export const peopleContract = {
  /** Who is kept for the client, and who has written to it, by the beginnings of their names. Asks nobody. */
  'people.search': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, query }),
    output: z.object({ kept: z.array(personSchema), wrote: z.array(foundPersonSchema.extend({ networkId: networkIdSchema })) })
  }),
  /** Everybody who is kept for the client, those used last first. */
  'people.list': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: z.object({ people: z.array(personSchema) }) }),
  /** Asks the account's network; null where it has no directory. Where that costs (`capabilities.people.price`), only when the person asks. */
  'people.lookUp': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope, accountId: idSchema, query }), output: z.object({ found: z.array(foundPersonSchema).nullable() }) }),
  /** New, or instead of the one with this id. Texts that mention them already keep what they have. */
  'people.save': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, person: personSchema }), output: personSchema }),
  'people.remove': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, personId: idSchema }), output: z.object({}) })
} as const
