import { describe, expect, it } from 'vitest'
import type { RichDocument, RichNode } from '../../../shared/posts/rich-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

const text = (value: string, ...marks: NonNullable<RichNode['marks']>): RichNode => ({ type: 'text', text: value, marks })
const link = (href: string): NonNullable<RichNode['marks']>[number] => ({ type: 'link', attrs: { href } })
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content })
const item = (...content: RichNode[]): RichNode => ({ type: 'listItem', content })
const document = (...content: RichNode[]): RichDocument => ({ type: 'doc', content })

describe('documentToText', () => {
  it('parts paragraphs by an empty line and keeps hard breaks', () => {
    expect(documentToText(document(paragraph(text('Bonjour'), { type: 'hardBreak' }, text('à tous')), paragraph(text('Fin'))))).toBe('Bonjour\nà tous\n\nFin')
  })

  it('drops empty paragraphs at the borders and widens the gap for one in between', () => {
    expect(documentToText(document(paragraph(), paragraph(text('a')), paragraph(), paragraph(text('b')), paragraph()))).toBe('a\n\n\nb')
  })

  it('writes the address after the words of a link when the two differ', () => {
    const site = link('https://example.org/offre')
    expect(documentToText(document(paragraph(text('Voir '), text('notre offre', site), text(' vite'))))).toBe('Voir notre offre (https://example.org/offre) vite')
    expect(documentToText(document(paragraph(text('example.org/offre/', site))))).toBe('https://example.org/offre')
  })

  it('writes an address once when the link has a bold word inside', () => {
    const site = link('https://example.org/')
    expect(documentToText(document(paragraph(text('our ', site), text('great', site, { type: 'bold' }), text(' shop', site))))).toBe('our great shop (https://example.org/)')
  })

  it('marks the items of lists, numbers from the start, and indents what is nested', () => {
    const nested = item(paragraph(text('b')), { type: 'orderedList', attrs: { start: 3 }, content: [item(paragraph(text('c'))), item(paragraph(text('d')))] })
    expect(documentToText(document({ type: 'bulletList', content: [item(paragraph(text('a'))), nested] }, paragraph(text('end'))))).toBe('• a\n• b\n  3. c\n  4. d\n\nend')
  })

  it('marks quoted lines', () => {
    expect(documentToText(document({ type: 'blockquote', content: [paragraph(text('one')), paragraph(text('two'))] }))).toBe('> one\n> \n> two')
  })
})
