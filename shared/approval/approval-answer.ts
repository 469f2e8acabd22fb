import { z } from 'zod'
import { idSchema } from '../contract/identifiers.ts'

export const maxPackPosts = 60
const longestAnswer = 500_000

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** What the client's page saves: yes or no to each post of the pack, as it stood when the pack was made. */
export const approvalAnswerSchema = z.object({
  vigie: z.literal('approval-answer'),
  version: z.literal(1),
  packId: idSchema,
  by: z.string().trim().min(1).max(80),
  answers: z.array(z.object({ postId: idSchema, contentHash: hashSchema, answer: z.enum(['yes', 'no']), comment: z.string().trim().max(500) })).max(maxPackPosts)
})
export type ApprovalAnswer = z.infer<typeof approvalAnswerSchema>

/** Finds the answer in a file or in a pasted mail, whatever stands before and behind it; null: there is none. */
export function findApprovalAnswer(text: string): ApprovalAnswer | null {
  if (text.length > longestAnswer) return null
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')]
  if (from === -1 || to < from) return null
  try {
    const parsed = approvalAnswerSchema.safeParse(JSON.parse(text.slice(from, to + 1)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** What became of the answer to one post. `changed`: it says something else since; a no stands for what was shown; `gone`: it is no more; `out`: it is published; `unasked`: it was not in the pack. */
export const answerOutcomes = ['approved', 'refused', 'changed', 'gone', 'out', 'unasked'] as const
export type AnswerOutcome = (typeof answerOutcomes)[number]
