import { z } from 'zod'
import { studioErrorSchema } from '../errors/studio-error.ts'
import { linkCardSchema } from '../posts/link-card.ts'
import { workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

export const linkCardsContract = {
  /**
   * What the page behind a link says of itself. Asked of the page at most once a day; when it cannot be reached, what it said the last time stands beside the
   * `problem`. Both null: it was reached, and is no page with a title.
   */
  'linkCards.read': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, url: z.string().min(1).max(2_000) }),
    output: z.object({ card: linkCardSchema.nullable(), problem: studioErrorSchema.nullable() })
  })
} as const
