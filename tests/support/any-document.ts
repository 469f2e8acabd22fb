import fc from 'fast-check'
import type { RichDocument, RichNode } from '../../shared/posts/rich-document.ts'

/** What some notation takes for a mark, and what some network counts otherwise than by its letters. */
const words = fc
  .array(fc.constantFrom('a', 'été', 'b_c', '*', '**', '_', '# ', '- ', '1. ', '> ', '[x](y)', '\\', '~~', '|', '`', '<b>', '(', ')', '{', '}', '@lea', '#marée', ' ', ' ', '日本', '👍🏽', '🇫🇷', 'https://exemple.fr/a_b*c', 'exemple.fr', '€', '!'), { minLength: 1, maxLength: 9 })
  .map((pieces) => pieces.join(''))

const marks = fc.constantFrom<RichNode['marks']>(undefined, [{ type: 'bold' }], [{ type: 'italic' }], [{ type: 'bold' }, { type: 'italic' }], [{ type: 'link', attrs: { href: 'https://exemple.fr/une/page' } }])
const piece = fc.oneof({ weight: 6, arbitrary: fc.tuple(words, marks).map(([text, marked]): RichNode => (marked === undefined ? { type: 'text', text } : { type: 'text', text, marks: marked })) }, { weight: 1, arbitrary: fc.constant<RichNode>({ type: 'hardBreak' }) })
const paragraph = fc.array(piece, { maxLength: 4 }).map((content): RichNode => (content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }))
const list = fc.tuple(fc.constantFrom('bulletList' as const, 'orderedList' as const), fc.array(paragraph, { minLength: 1, maxLength: 3 })).map(([type, lines]): RichNode => ({ type, content: lines.map((line) => ({ type: 'listItem', content: [line] })) }))
const quotation = fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content): RichNode => ({ type: 'blockquote', content }))
const heading = words.map((text): RichNode => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] }))

/** A document such as the editor makes, of so many blocks. */
export function anyDocument(maxBlocks = 5): fc.Arbitrary<RichDocument> {
  return fc.array(fc.oneof({ weight: 5, arbitrary: paragraph }, list, quotation, heading), { minLength: 1, maxLength: maxBlocks }).map((content) => ({ type: 'doc', content }))
}

/** The same of paragraphs alone. */
export function anyParagraphs(maxBlocks = 5): fc.Arbitrary<RichDocument> {
  return fc.array(paragraph, { minLength: 1, maxLength: maxBlocks }).map((content) => ({ type: 'doc', content }))
}
