import { z } from 'zod'
import type { PostThere } from '../reality/post-there.ts'

/** The words of a post as its network gives them back. */
export const wordsThereSchema = z.object({ title: z.string().max(20_000).optional(), text: z.string().max(200_000) })
export type WordsThere = z.infer<typeof wordsThereSchema>

/** Whether nobody changed them in between. What networks do to the ends of lines is no change. */
export function isSameThere(one: WordsThere, other: WordsThere): boolean {
  return plain(one.text) === plain(other.text) && (one.title === undefined || other.title === undefined || plain(one.title) === plain(other.title))
}

/** Whether what stands there is what was wanted, its form too, as far as the network tells. */
export function saysWanted(there: PostThere, wanted: { readonly title: string; readonly text: string }, hasTitle: boolean): boolean {
  return (there.form ?? 'as_sent') === 'as_sent' && isSameThere(there, { text: there.textAsSent ?? wanted.text, ...(hasTitle ? { title: wanted.title } : {}) })
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\r\n?/gu, '\n').replaceAll(/[^\S\n]+$/gmu, '').trim()
}
