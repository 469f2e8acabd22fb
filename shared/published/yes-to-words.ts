import { z } from 'zod'
import { approvalChannels } from '../posts/approval.ts'

/** Who said yes to other words for a post that is out, by which way, and in which words. */
export const yesToWordsSchema = z.object({ by: z.string().trim().min(1).max(80), channel: z.enum(approvalChannels), note: z.string().trim().max(500) })
export type YesToWords = z.infer<typeof yesToWordsSchema>
