import { z } from 'zod'

/**
 * Why its network would not pin a post, or unpin it. no_right: this account may not there · not_such_a_post: the network pins no post like this one · full: as many are pinned as it allows, and
 * none makes room by itself.
 */
export const pinHindrances = ['no_right', 'not_such_a_post', 'full'] as const
export type PinHindrance = (typeof pinHindrances)[number]

/** A pinned post that another one would take the place of. `words`: as it begins; empty where the network tells none. */
export const pinnedPostSchema = z.object({ remoteId: z.string(), words: z.string(), url: z.string().nullable() })
export type PinnedPost = z.infer<typeof pinnedPostSchema>

/** How a post stands on its network. */
export const pinThereSchema = z.object({
  /** null: the network does not tell. */
  isPinned: z.boolean().nullable(),
  /** null: nothing is known to be in the way. */
  hindrance: z.enum(pinHindrances).nullable(),
  /** Which one loses its place when this one is pinned; null: none. */
  instead: pinnedPostSchema.nullable(),
  /** So many at once. Left out: as the network has it, or not told. */
  most: z.int().min(0).optional()
})
export type PinThere = z.infer<typeof pinThereSchema>
