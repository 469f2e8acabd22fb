import { z } from 'zod'
import { besideWordsSchema } from '../posts/beside-words.ts'
import { pollSchema } from '../posts/poll.ts'
import { postFramingSchema } from '../posts/post-framing.ts'
import { quoteSchema } from '../posts/quote.ts'
import { postMediaSchema } from '../posts/post.ts'
import { richDocumentSchema } from '../posts/rich-document.ts'
import { postThereSchema } from '../reality/post-there.ts'
import { idSchema, instantSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const oneJob = z.object({ ...workspaceScope, jobId: idSchema })

/**
 * yes · account_gone: the account was removed · unnamed: published by hand, or confirmed by eye, so that Vigie does not know which one it is there ·
 * not_given: Vigie cannot read it back from that network.
 */
const readabilities = ['yes', 'account_gone', 'unnamed', 'not_given'] as const

const realitySchema = z.object({
  /** As it was when it was sent; later edits do not reach it. */
  sent: z.object({ accountId: idSchema, title: z.string(), tags: z.array(z.string()).optional(), beside: besideWordsSchema.optional(), text: z.string(), document: richDocumentSchema, media: z.array(postMediaSchema), poll: pollSchema.optional(), framing: postFramingSchema.optional(), quote: quoteSchema.optional(), card: z.object({ url: z.string(), title: z.string(), description: z.string() }).nullable() }),
  readable: z.enum(readabilities),
  /** As it was read last; null: never. */
  kept: z.object({ readAt: instantSchema, there: z.union([postThereSchema, z.literal('gone')]) }).nullable()
})
export type Reality = z.infer<typeof realitySchema>

export const realityContract = {
  /** What was sent of a published post, or of a part of it, beside what its network showed when it was read last. Asks nobody. */
  'reality.ofJob': request({ handledBy: 'engine', effect: 'read', input: oneJob, output: realitySchema }),
  /** Asks the network now, unless that was done less than a minute ago. A failure leaves what was read before. Where a reading of figures costs, so does this. */
  'reality.read': request({ handledBy: 'engine', effect: 'write', input: oneJob, output: realitySchema })
} as const
