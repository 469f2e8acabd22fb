import { z } from 'zod'
import { termsOfferSchema } from '../posts/post-terms.ts'
import { idSchema, instantSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const oneAccount = z.object({ ...workspaceScope, accountId: idSchema })
/** `offer`: what its network lets the account choose from, as of `readAt`; null: it was never asked. */
const asOf = z.object({ offer: termsOfferSchema.nullable(), readAt: instantSchema.nullable() })

/** What networks ask of each post apart from its words (`capabilities.terms`). */
export const termsContract = {
  /** What the account's network last said. Asks nobody. */
  'terms.read': request({ handledBy: 'engine', effect: 'read', input: oneAccount, output: asOf }),
  /** Asks the network now. Fails as calls to networks do; `invalid_input` for one that asks for no terms. */
  'terms.ask': request({ handledBy: 'engine', effect: 'write', input: oneAccount, output: asOf }),
  /** Whether the account's next post begins with terms, to go out at once, or goes the network's other way. */
  'terms.beginWith': request({ handledBy: 'engine', effect: 'write', input: oneAccount.extend({ isDirect: z.boolean() }), output: z.object({}) })
} as const
