import type { RichDocument } from '../../../../shared/posts/rich-document.ts'
import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { formOfMarkdown } from '../markdown-form.ts'
import { picturesIn, pollsIn, without } from './media-in-raw.ts'

interface SplitRaw {
  readonly words: string
  /** Pictures and a poll, as they stand there. */
  readonly rest: string
}

/** More than a forum's setting lets anybody write (`max_post_length`): of such a post nothing is told apart. */
const longest = 2_000_000

/** A post as Vigie writes one: its words first, then pictures and a poll. null: it is built in another way. */
export function splitRaw(raw: string): SplitRaw | null {
  if (raw.length > longest) return null
  const begin = Math.min(raw.length, picturesIn(raw)[0]?.from ?? raw.length, pollsIn(raw)[0]?.from ?? raw.length)
  const rest = raw.slice(begin).trim()
  return withoutMedia(rest) === '' ? { words: raw.slice(0, begin).trim(), rest } : null
}

export function withoutMedia(raw: string): string {
  const words = without(raw, picturesIn(raw))
  return without(words, pollsIn(words)).trim()
}

/** How the words stand there, held against the document that was sent. */
export function formOf(raw: string, document: RichDocument): NonNullable<PostThere['form']> {
  const there = splitRaw(raw)
  return there === null ? 'other' : formOfMarkdown(there.words, document)
}

/** What forums make of titles by themselves (`title_prettify`): https://github.com/discourse/discourse/blob/main/lib/text_cleaner.rb (read on 2026-11-22). */
export function isSameTitle(one: string, other: string): boolean {
  return tidy(one) === tidy(other)
}

function tidy(title: string): string {
  const text = title.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().replace(/\.+$/u, '').replaceAll(/([!?])\1+/gu, '$1').replace(/ ([!?]+)$/u, '$1')
  const calm = text === text.toUpperCase() ? text.toLowerCase() : text
  return calm.slice(0, 1).toUpperCase() + calm.slice(1)
}
