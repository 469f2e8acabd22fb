import { z } from 'zod'
import { categoriesThereSchema } from '../posts/categories.ts'
import { idSchema, instantSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const oneAccount = z.object({ ...workspaceScope, accountId: idSchema })
/** `there`: what the account's site has, as of `readAt`; null: it was never asked. */
const asOf = z.object({ there: categoriesThereSchema.nullable(), readAt: instantSchema.nullable() })

/** Under what a site files its posts (`capabilities.categories`). None is ever made there. */
export const categoriesContract = {
  /** What the account's site last said. Asks nobody. */
  'categories.read': request({ handledBy: 'engine', effect: 'read', input: oneAccount, output: asOf }),
  /** Asks the site now. Fails as calls to networks do; `invalid_input` for a network without categories. */
  'categories.ask': request({ handledBy: 'engine', effect: 'write', input: oneAccount, output: asOf })
} as const
