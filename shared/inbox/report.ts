import { z } from 'zod'

/** What a report is about, in words that networks have in common. */
export const reportReasons = ['spam', 'rude', 'illegal', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** What the people who look after the network are told beside the message itself. */
export const reportSchema = z.object({ reason: z.enum(reportReasons), comment: z.string().trim().max(1000) })
export type Report = z.infer<typeof reportSchema>
