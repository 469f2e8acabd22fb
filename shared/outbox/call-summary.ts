import { z } from 'zod'

/**
 * One request of an attempt, and what came back: enough to see who said what, and nothing that opens anything. Never a query, a header, a body or a token.
 * `status` null: no answer came; `reached` tells whether the request can have arrived all the same.
 */
export const callSummarySchema = z.object({
  method: z.string(),
  host: z.string(),
  path: z.string(),
  status: z.int().nullable(),
  reached: z.boolean(),
  /** The network's own words, short: its error's code and sentence. Empty where it said nothing, or all was well. */
  said: z.string(),
  /** null: a form, whose size is not known here. */
  sentBytes: z.int().min(0).nullable(),
  receivedBytes: z.int().min(0),
  tookMs: z.int().min(0),
  /** The same request with the same answer, so many times one after the other: the parts of a large file. */
  times: z.int().min(2).optional()
})
export type CallSummary = z.infer<typeof callSummarySchema>

/** `leftOut`: so many more stood between the first ones and the last ones. */
export const callRecordSchema = z.object({ calls: z.array(callSummarySchema), leftOut: z.int().min(0) })
export type CallRecord = z.infer<typeof callRecordSchema>
