import type { RichDocument } from '../../../../shared/posts/rich-document.ts'
import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { formOfMarkdown } from '../markdown-form.ts'
import { picturesIn, pollsIn, quoteAbove, without } from './media-in-raw.ts'

interface SplitRaw {
  /** What is quoted above the words, as it stands there. */
  readonly quote: string
  readonly words: string
  /** Pictures and a poll, as they stand there. */
  readonly rest: string
}

/** More than a forum's setting lets anybody write (`max_post_length`): of such a post nothing is told apart. */
const longest = 2_000_000

/** A post as Vigie writes one: what it quotes, its words, then pictures and a poll. null: it is built in another way. */
export function splitRaw(raw: string): SplitRaw | null {
  if (raw.length > longest) return null
  const quoted = quoteAbove(raw)?.to ?? 0
  const own = raw.slice(quoted)
  const begin = Math.min(own.length, picturesIn(own)[0]?.from ?? own.length, pollsIn(own)[0]?.from ?? own.length)
  const rest = own.slice(begin).trim()
  return withoutMedia(rest) === '' ? { quote: raw.slice(0, quoted), words: own.slice(0, begin).trim(), rest } : null
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
