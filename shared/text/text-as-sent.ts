import type { TextRule } from '../networks/text-rule.ts'
import type { RichDocument } from '../posts/rich-document.ts'
import { documentToMarkdown } from './document-to-markdown.ts'
import { documentToText } from './document-to-text.ts'

/** The very characters that a network is given for these words, and so the ones that count. */
export function textAsSent(document: RichDocument, { notation }: Pick<TextRule, 'notation'>): string {
  return notation === 'markdown' ? documentToMarkdown(document) : documentToText(document)
}
