import { escapeMarkdown } from './document-to-markdown.ts'

/** A post of a forum: who wrote it, and where it stands. */
export interface PlacedInForum {
  readonly username: string
  readonly number: number | string
  readonly topic: number | string
}

/**
 * Somebody's post in one of ours, as the forum's own button writes it: whose it is and where it stands, then its words, or its address where they were not read.
 * https://github.com/discourse/discourse/blob/main/app/assets/javascripts/discourse/app/lib/quote.js (read on 2026-11-23).
 */
export function discourseQuote({ username, number, topic }: PlacedInForum, { text = '', url }: { readonly text?: string | undefined; readonly url: string }): string {
  const said = text.trim() === '' ? url : withoutEnd(escapeMarkdown(text.trim()))
  return `[quote="${username.replaceAll(/["\],\s]/g, '')}, post:${number}, topic:${topic}"]\n${said}\n[/quote]`
}

/** An address keeps its signs: one that holds the end of a quote would end ours. */
function withoutEnd(words: string): string {
  return words.replaceAll(/(?<!\\)\[/g, String.raw`\[`)
}
