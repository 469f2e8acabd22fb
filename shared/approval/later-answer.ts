import { z } from 'zod'
import { instantSchema } from '../contract/identifiers.ts'

/** The last answer that was taken in about what a pack showed. `at`: by the client's clock; null: it did not say. `takenAt`: by ours. */
export const takenAnswerSchema = z.object({ at: instantSchema.nullable(), takenAt: instantSchema, answer: z.enum(['yes', 'no']), comment: z.string() })
export type TakenAnswer = z.infer<typeof takenAnswerSchema>

/** Whether an answer may take the place of the one before it; the later one stands. A no without a time may: it lets nothing go out. */
export function placeOfAnswer(before: Omit<TakenAnswer, 'takenAt'> | null, next: Omit<TakenAnswer, 'takenAt'>): 'stands' | 'older' | 'unclear' {
  if (before === null || (before.answer === next.answer && before.comment === next.comment)) return 'stands'
  if (before.at === null || next.at === null) return next.answer === 'no' || before.answer === 'yes' ? 'stands' : 'unclear'
  if (next.at === before.at) return 'unclear'
  return next.at < before.at ? 'older' : 'stands'
}
