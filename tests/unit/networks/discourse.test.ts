import { describe, expect, it } from 'vitest'
import { toForumAddress } from '../../../electron/engine/networks/discourse/discourse-address.ts'
import { takeNext } from '../../../electron/engine/networks/discourse/discourse-inbox.ts'
import { documentToMarkdown, escapeMarkdown } from '../../../shared/text/document-to-markdown.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'

describe('a document as Markdown', () => {
  const text = (words: string, ...marks: ('bold' | 'italic')[]): object => ({ type: 'text', text: words, marks: marks.map((type) => ({ type })) })
  const markdown = (...content: object[]): string => documentToMarkdown({ type: 'doc', content } as RichDocument)
  const paragraph = (...content: object[]): object => ({ type: 'paragraph', content })

  it('keeps paragraphs, lines, lists, headings and quotes', () => {
    const list = { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph(text('un'))] }, { type: 'listItem', content: [paragraph(text('deux')), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('dedans'))] }] }] }] }
    expect(markdown({ type: 'heading', attrs: { level: 3 }, content: [text('Été')] }, paragraph(text('a'), { type: 'hardBreak' }, text('b')), list, { type: 'blockquote', content: [paragraph(text('cité'))] })).toBe('### Été\n\na\nb\n\n3. un\n4. deux\n   - dedans\n\n> cité')
  })

  it('marks words without the space around them, and links them', () => {
    expect(markdown(paragraph(text('oui'), text(' très fort ', 'bold'), text('doux', 'italic'), text('les deux', 'bold', 'italic')))).toBe('oui **très fort** *doux****les deux***')
    const link = (words: string, href: string): object => ({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] })
    expect(markdown(paragraph(link('ici', 'https://a.fr/x(1)'), text(' '), link('https://a.fr/_b_', 'https://a.fr/_b_')))).toBe('[ici](<https://a.fr/x(1)>) https://a.fr/_b_')
  })

  it.each([
    ['2 * 3 * 4', String.raw`2 \* 3 \* 4`],
    ['# titre', String.raw`\# titre`],
    ['#été et - ici', '#été et - ici'],
    ['- liste', String.raw`\- liste`],
    ['1. un', String.raw`1\. un`],
    ['<b> & [x](y)', String.raw`\<b\> & \[x\](y)`],
    ['voir https://a.fr/a_b_c et _lui_', String.raw`voir https://a.fr/a_b_c et \_lui\_`],
    ['@tom_b', String.raw`@tom\_b`]
  ])('takes %j for words', (typed, written) => {
    expect(escapeMarkdown(typed)).toBe(written)
  })
})

describe('the address of a forum', () => {
  it.each([
    ['forum.example', 'https://forum.example', null],
    ['https://forum.example/c/annonces/5', 'https://forum.example', 5],
    ['https://site.example/forum/c/nouvelles/france/12/l/latest', 'https://site.example/forum', 12],
    ['https://site.example/c/', 'https://site.example/c', null]
  ])('%s', (typed, root, categoryId) => {
    expect(toForumAddress(typed)).toEqual({ ok: true, value: { root, categoryId } })
  })
})

describe('the walk through the notifications', () => {
  const list = (...ids: number[]): { id: number; notification_type: number }[] => ids.map((id) => ({ id, notification_type: 2 }))
  const many = (from: number, count: number): { id: number; notification_type: number }[] => list(...Array.from({ length: count }, (_, index) => from - index))

  it('is over when it meets what was read', () => {
    expect(takeNext({ version: 1, readUntil: 7, walk: null }, list(9, 8, 7, 6))).toEqual({ taken: list(9, 8), next: { version: 1, readUntil: 9, walk: null } })
    expect(takeNext({ version: 1, readUntil: 9, walk: null }, [])).toEqual({ taken: [], next: { version: 1, readUntil: 9, walk: null } })
  })

  it('goes on a few places earlier, below what was read, and keeps the newest for the end', () => {
    const first = takeNext({ version: 1, readUntil: 7, walk: null }, many(100, 60))
    expect(first.taken).toHaveLength(20)
    expect(first.next).toEqual({ version: 1, readUntil: 7, walk: { below: 81, offset: 15, newest: 100 } })
    // Three came in meanwhile, two others were deleted: nothing is read twice, nothing left out.
    const second = takeNext(first.next, many(88, 60))
    expect(second.taken.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => 80 - index))
  })
})
