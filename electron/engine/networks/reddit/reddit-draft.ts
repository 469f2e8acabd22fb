import { isAddressAlone } from '../../../../shared/text/is-address-alone.ts'
import { documentToMarkdown } from '../../../../shared/text/document-to-markdown.ts'
import type { Draft } from '../network-draft.ts'

/** A text that is an address and nothing else makes a post of that address. */
export function linkOf({ text, media, replyTo }: Pick<Draft, 'text' | 'media' | 'replyTo'>): string | null {
  return media.length === 0 && replyTo === null && isAddressAlone(text) ? text.trim() : null
}

/** Words as Reddit takes them: https://support.reddithelp.com/hc/articles/360043033952 (Markdown, read on 2026-11-21). */
export function wordsOf({ document }: Pick<Draft, 'document'>): string {
  return documentToMarkdown(document)
}
