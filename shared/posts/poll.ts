import { z } from 'zod'
import { documentToText } from '../text/document-to-text.ts'
import type { RichDocument } from './rich-document.ts'

/** More choices than any network takes as it comes; what a server states beyond is not written. */
export const mostChoices = 20
const longestMinutes = 366 * 24 * 60

/** A question with choices below the first part of a post. The question is what the post says; `minutes` is how long people can answer, from its publication on. */
export const pollSchema = z.object({
  choices: z.array(z.string().max(300)).min(2).max(mostChoices),
  minutes: z.int().min(1).max(longestMinutes),
  isMultiple: z.literal(true).optional()
})
export type Poll = z.infer<typeof pollSchema>

/** For how long a poll may be asked, as the composer offers it, in minutes. */
export const pollLengths: readonly number[] = [30, 60, 6 * 60, 12 * 60, 24 * 60, 3 * 24 * 60, 7 * 24 * 60, 14 * 24 * 60]

export const freshPoll: Poll = { choices: ['', ''], minutes: 24 * 60 }

/** Where a network sets the question apart, it is the last paragraph; what stands above it goes above the poll. */
export function splitQuestion(document: RichDocument): { readonly above: RichDocument; readonly question: string } {
  const last = document.content.findLastIndex((node) => documentToText({ type: 'doc', content: [node] }) !== '')
  const question = document.content.slice(last, last + 1)
  return { above: { type: 'doc', content: document.content.slice(0, Math.max(last, 0)) }, question: documentToText({ type: 'doc', content: question }) }
}
