import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'

export const maxPackPosts = 60
const longestAnswer = 500_000

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** What the client's page saves: yes or no to each post of the pack, as it stood when the pack was made. */
export const approvalAnswerSchema = z.object({
  vigie: z.literal('approval-answer'),
  version: z.literal(1),
  packId: idSchema,
  by: z.string().trim().min(1).max(80),
  /** When it was saved, by the clock of the client's own computer; a page of an earlier version does not say. */
  givenAt: instantSchema.optional(),
  answers: z.array(z.object({ postId: idSchema, contentHash: hashSchema, answer: z.enum(['yes', 'no']), comment: z.string().trim().max(500) })).max(maxPackPosts)
    // Yes and no to the same post is neither.
    .refine((answers) => new Set(answers.map(({ postId }) => postId)).size === answers.length)
})
export type ApprovalAnswer = z.infer<typeof approvalAnswerSchema>

/** Finds the answer in a file or in a pasted mail, whatever stands before and behind it; null: there is none. */
export function findApprovalAnswer(text: string): ApprovalAnswer | null {
  if (text.length > longestAnswer) return null
  // As the file has it, then as mail programs leave it: quoted, its lines broken anew, its indentation of no-break spaces.
  return firstAnswer(text) ?? firstAnswer(text.replaceAll(/^(?:[ \t\u00A0]*>)+ ?/gm, '').replaceAll(/\r?\n[ \t\u00A0]*/g, ' '))
}

const mark = '"vigie"'
/** Looked at so many times at most: what comes in a mail may be anything. */
const mostTries = 20

function firstAnswer(text: string): ApprovalAnswer | null {
  for (let at = text.indexOf(mark), tries = 0; at !== -1 && tries < mostTries; at = text.indexOf(mark, at + 1), tries++) {
    const from = text.lastIndexOf('{', at)
    const end = from === -1 ? -1 : endOfObject(text, from)
    const answer = end === -1 ? null : readAnswer(text.slice(from, end))
    if (answer !== null) return answer
  }
  return null
}

/** Behind the brace that closes the one at `from`; -1: none does. Braces in words are words. */
function endOfObject(text: string, from: number): number {
  let [depth, isInWords] = [0, false]
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (isInWords && sign === '\\') at++
    else if (sign === '"') isInWords = !isInWords
    else if (!isInWords && sign === '{') depth++
    else if (!isInWords && sign === '}' && --depth === 0) return at + 1
  }
  return -1
}

function readAnswer(text: string): ApprovalAnswer | null {
  try {
    return approvalAnswerSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** What became of the answer to one post. `changed`: it says something else since; a no stands for what was shown; `gone`: it is no more; `out`: it is published; `unasked`: it was not in the pack;
 * `older`: one that was given later was taken in before; `unclear`: another answer was taken in before, and nothing tells which is the later one. Of these two nothing is taken unless somebody here says that this one stands. */
export const answerOutcomes = ['approved', 'refused', 'changed', 'gone', 'out', 'unasked', 'older', 'unclear'] as const
export type AnswerOutcome = (typeof answerOutcomes)[number]
