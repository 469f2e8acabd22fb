import { z } from 'zod'
import { workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

/** Thousandths of a US dollar. */
const mills = z.int().min(0)

export const costsContract = {
  /**
   * What the client's posts and private messages have cost at networks that ask for money. `month` is the one that runs, by the client's clocks (`2026-11`); `months`: those with a cost,
   * newest first; `messagesRead` counts a message anew each time that it was read. `possible`: posts and messages sent of which nobody knows yet whether they arrived.
   */
  'costs.read': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope }),
    output: z.object({
      month: z.string(),
      months: z.array(z.object({ month: z.string(), posts: z.int(), withLink: z.int(), messagesSent: z.int(), messagesRead: z.int(), mills })),
      possible: z.object({ posts: z.int(), mills })
    })
  })
} as const
