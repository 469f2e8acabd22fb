import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { networkIdSchema } from '../networks/network-id.ts'

/** A message that something was made of: who wrote it, where, when, and what. Kept with what was made of it, also when the message is gone. */
export const inboxSourceSchema = z.object({
  kind: z.literal('inbox'),
  itemId: idSchema,
  conversationId: idSchema,
  /** Nobody but the two has read it. */
  isPrivate: z.boolean(),
  author: z.string().max(300),
  handle: z.string().max(300),
  networkId: networkIdSchema,
  /** The client's own account that it was written to. */
  account: z.string().max(300),
  text: z.string().max(5000),
  /** Empty where it has no address. */
  url: z.string().max(2048),
  writtenAt: instantSchema
})
export type InboxSource = z.infer<typeof inboxSourceSchema>
