import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import type { PostThere } from '../../../shared/reality/post-there.ts'
import { documentToMarkdown } from '../../../shared/text/document-to-markdown.ts'

/** How a text stands there that is kept as Markdown, held against the document that was sent. */
export function formOfMarkdown(there: string, document: RichDocument): NonNullable<PostThere['form']> {
  if (isSameMarkdown(there, documentToMarkdown(document))) return 'as_sent'
  return isSameMarkdown(documentToMarkdown(textToDocument(there)), there) ? 'plain' : 'other'
}

/** Some write all kinds of spaces as the common one. */
export function isSameMarkdown(one: string, other: string): boolean {
  return spaced(one) === spaced(other)
}

function spaced(text: string): string {
  return text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll(/[^\S\n]/gu, ' ').replaceAll(/(?<! ) +$/gmu, '').trim()
}
