import type { RichDocument, RichNode } from '../posts/rich-document.ts'

/** Plain text as a document: an empty line parts paragraphs, a newline is a hard break. `documentToText` gives the same text back. */
export function textToDocument(text: string): RichDocument {
  const content: RichNode[] = []
  for (const [index, part] of text.replaceAll(/\r\n?/g, '\n').trim().split(/(\n{2,})/).entries()) {
    if (index % 2 === 0) content.push(paragraph(part))
    else for (let empty = 2; empty < part.length; empty += 1) content.push({ type: 'paragraph' })
  }
  return { type: 'doc', content }
}

function paragraph(text: string): RichNode {
  const content: RichNode[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) content.push({ type: 'hardBreak' })
    if (line !== '') content.push({ type: 'text', text: line })
  }
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
}
