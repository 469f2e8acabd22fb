import { describe, expect, it } from 'vitest'
import { picturesIn, pollsIn } from '../../../electron/engine/networks/discourse/media-in-raw.ts'
import { formOf as formOfRaw, splitRaw } from '../../../electron/engine/networks/discourse/words-in-raw.ts'
import { isSameMarkdown } from '../../../electron/engine/networks/markdown-form.ts'
import { documentToBlocks } from '../../../electron/engine/networks/wordpress/document-to-blocks.ts'
import { formOf, splitContent } from '../../../electron/engine/networks/wordpress/words-in-content.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'

/** A million signs of it: each of these would take minutes if each place were tried to the end. */
const much = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length))
const document: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Le marché de Noël' }] }] }

describe('the content of a site', () => {
  it.each(['<!-- wp:a {', '<!-- wp:a {} ', '<!--', '<!-- wp:a -->', '<!-- wp:a {} } -->', '<!-- wp:a /-->', 'a-->', '&amp;', ' '])('of nothing but %j is read through', (piece) => {
    for (const raw of [much(piece), `${much(piece)}-->`, `<!-- wp:paragraph -->${much(piece)}<!-- /wp:paragraph -->`]) expect(['other', 'plain']).toContain(formOf(raw, document))
  })

  it('is parted where its media begin, with attributes of all kinds', () => {
    const words = '<!-- wp:paragraph {"align":"center"} -->\n<p>Un</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list --><ul><!-- wp:list-item {"a":{"b":"}"}} --><li>Deux</li><!-- /wp:list-item --></ul><!-- /wp:list -->'
    const rest = '<!-- wp:image {"id":7,"alt":"a \\u002d\\u002d b"} -->\n<figure></figure>\n<!-- /wp:image -->\n<!-- wp:core/spacer /-->'
    expect(splitContent(`${words}\n\n<!-- wp:image {"id":7} -->\n<img>\n<!-- /wp:image -->`)).toEqual({ words, rest: '<!-- wp:image {"id":7} -->\n<img>\n<!-- /wp:image -->' })
    expect(splitContent(`${words}\n\n${rest.replace('core/', '')}`)).toEqual({ words, rest: rest.replace('core/', '') })
    expect(splitContent(`${words}\n\n${rest}`)).toBeNull()
    expect(splitContent('<!-- wp:html --><!-- a comment -->\n<!-- /wp:html -->')).toBeNull()
    expect(splitContent('<!-- wp:paragraph --><p><!-- a comment -->a</p><!-- /wp:paragraph -->')).toEqual({ words: '<!-- wp:paragraph --><p><!-- a comment -->a</p><!-- /wp:paragraph -->', rest: '' })
    for (const other of ['Un', `${words} deux`, '<!-- /wp:paragraph -->', '<!-- wp:paragraph --><p>', '<!-- more -->']) expect(splitContent(other)).toBeNull()
    expect(splitContent('')).toEqual({ words: '', rest: '' })
  })

  it('that was written from here is as sent, also with its signs written otherwise', () => {
    const signs: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Sel  & poivre, < 3 €' }] }] }
    expect(formOf(documentToBlocks(signs, []), signs)).toBe('as_sent')
    expect(formOf('<!-- wp:paragraph -->\n<p>Sel &#038; poivre,\n&lt; 3 &euro;</p>\n<!-- /wp:paragraph -->', signs)).toBe('as_sent')
    expect(formOf('<!-- wp:paragraph -->\n<p>Sel &#038; poivre</p>\n<!-- /wp:paragraph -->', signs)).toBe('plain')
    expect(formOf('<!-- wp:paragraph -->\n<p><strong>Sel</strong></p>\n<!-- /wp:paragraph -->', signs)).toBe('other')
  })
})

describe('a post of a forum', () => {
  it.each(['![', '![a](', '![](', '![a](b ', '[poll', '[poll]', '![a](b)', '|', ' ', 'a '])('of nothing but %j is read through', (piece) => {
    for (const raw of [much(piece), `![${much(piece)}\n](b)`, `${much(piece)}]x`]) expect(['other', 'plain', 'as_sent']).toContain(formOfRaw(raw, document))
    expect(isSameMarkdown(`a${much(piece)}b`, 'ab')).toBe(false)
  })

  it('has its words first, then pictures and a poll', () => {
    const [picture, poll] = ['![La place|640x480](upload://a.jpeg)', '[poll type=regular]\n* Un\n* Deux\n[/poll]']
    expect(splitRaw(`Un\n\n${picture}\n\n${poll}`)).toEqual({ quote: '', words: 'Un', rest: `${picture}\n\n${poll}` })
    const quoted = '[quote="tom, post:2, topic:10"]\nLe port\n[/quote]'
    expect(splitRaw(`${quoted}\n\nUn\n\n${picture}`)).toEqual({ quote: quoted, words: 'Un', rest: picture })
    expect(splitRaw(`Un\n\n${picture}\n\nDeux`)).toBeNull()
    expect(picturesIn(`![![a]![b](c)![](d)![e]() ![f](g h)![i|1x1](j)`).map(({ altText }) => altText)).toEqual(['b', '', 'i'])
    expect(picturesIn('![a](b![ |\n![c](d)').map(({ altText }) => altText)).toEqual([' |\n![c'])
    expect(pollsIn(`${poll}[poll]`)).toEqual([{ from: 0, to: poll.length }])
    expect(splitRaw(much('Un ').repeat(3))).toBeNull()
  })
})
