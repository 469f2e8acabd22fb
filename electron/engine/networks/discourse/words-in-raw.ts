import type { RichDocument } from '../../../../shared/posts/rich-document.ts'
import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { formOfMarkdown } from '../markdown-form.ts'

/** A picture in a forum's Markdown: `![its words|640x480](upload://…)`. */
export const picturePattern = /!\[([^\]]*)\]\([^)\s]+\)/g
/** What people are asked there, which is no part of the words. */
const pollPattern = /\[poll[^\]]*\][\s\S]*?\[\/poll\]/g

interface SplitRaw {
  readonly words: string
  /** Pictures and a poll, as they stand there. */
  readonly rest: string
}

/** A post as Vigie writes one: its words first, then pictures and a poll. null: it is built in another way. */
export function splitRaw(raw: string): SplitRaw | null {
  const begin = Math.min(...[raw.search(picturePattern), raw.search(pollPattern)].map((place) => (place === -1 ? raw.length : place)))
  const rest = raw.slice(begin).trim()
  return withoutMedia(rest) === '' ? { words: raw.slice(0, begin).trim(), rest } : null
}

export function withoutMedia(raw: string): string {
  return raw.replaceAll(picturePattern, '').replaceAll(pollPattern, '').trim()
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
