import { z } from 'zod'
import { studioErrorSchema } from '../errors/studio-error.ts'
import { fixedCardSchema, linkCardSchema } from '../posts/link-card.ts'
import { idSchema, workspaceScope } from './identifiers.ts'
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
  }),
  /** The cards that were fixed for a post's accounts when it was scheduled, and those it went out with. An account that has its time and is named without a card goes without. */
  'linkCards.fixed': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, postId: idSchema }),
    output: z.object({ accounts: z.array(z.object({ accountId: idSchema, cards: z.array(fixedCardSchema) })) })
  })
} as const
