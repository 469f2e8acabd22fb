import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEntities } from '../../../shared/text/find-entities.ts'
import { findWebAddresses } from '../../../shared/text/find-web-addresses.ts'

const found = (text: string): string[] =>
  findEntities(text).map((entity) => {
    const written = text.slice(entity.start, entity.end)
    if (entity.kind === 'link') return `link ${written} → ${entity.address}`
    return entity.kind === 'mention' ? `mention ${written} → ${entity.handle}` : `tag ${written} → ${entity.tag}`
  })

describe('findWebAddresses', () => {
  it.each([
    ['Voir https://example.org/a.', 'https://example.org/a'],
    ['« https://example.org/a »', 'https://example.org/a'],
    ['(https://example.org/a_(b))', 'https://example.org/a_(b)'],
    ['https://example.org/a?b=c&d=e#f!', 'https://example.org/a?b=c&d=e#f'],
    ['**https://example.org**', 'https://example.org'],
    ['https://münchen.example/straße', 'https://münchen.example/straße']
  ])('finds in %s', (text, address) => {
    expect(findWebAddresses(text).map((range) => range.address)).toEqual([address])
  })

  it.each([')', '.)', ']}', '*'])('is quick with a hundred thousand of %s behind an address', (end) => {
    expect(findWebAddresses(`https://example.org/a${end.repeat(100_000)} b`).map((range) => range.address)).toEqual(['https://example.org/a'])
    expect(findWebAddresses(`https://example.org/a${end.repeat(100_000)}b`)).toHaveLength(1)
  })

  it.each(['https://', 'http:///x', 'xhttps://example.org', 'ftp://example.org', 'https://.'])('finds none in %s', (text) => {
    expect(findWebAddresses(text)).toEqual([])
  })
})

describe('findEntities', () => {
  it.each(['#a ', '@a.fr ', 'a.fr ', 'https://a.fr '])('is quick with a pasted list of %s', (item) => {
    expect(findEntities(item.repeat(50_000))).toHaveLength(50_000)
  })

  it.each(['#a', '@a'])('is quick with a hundred thousand marks behind %s', (word) => {
    expect(findEntities(`${word}${'.-'.repeat(50_000)}\u{1F600}`).length).toBeLessThanOrEqual(1)
  })

  it('finds links, mentions and tags among other text', () => {
    expect(found('Bonjour @lea.bsky.social, voir exemple.fr/ici et https://example.org/x 👩‍👩‍👧‍👦 #Été2026!')).toEqual([
      'mention @lea.bsky.social → lea.bsky.social',
      'link exemple.fr/ici → https://exemple.fr/ici',
      'link https://example.org/x → https://example.org/x',
      'tag #Été2026 → Été2026'
    ])
  })

  it.each(['bit.ly/2xY', 'linktr.ee/lea', 'lnkd.in/a'])('takes %s, whatever its ending, for an address', (text) => {
    expect(found(`${text}, (${text})`)).toEqual([`link ${text} → https://${text}`, `link ${text} → https://${text}`])
  })

  it.each(['#', '#2026', '#️⃣ one', 'a#b', 'lea@example.org', '@lea', 'read README.md', 'node.js', 'a.b', 'version 1.2', '@-x.example.-', 'linktr.ee', 'index.html/a', 'node.js/', 'and/or.so//x'])('finds nothing in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('gives ranges in order that never overlap and lie inside the text', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('https://a.fr/', '@a.fr', '#tag', ' ', '(', ')', '.', 'a.fr', '👍🏽'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end } of findEntities(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      })
    )
  })
})
