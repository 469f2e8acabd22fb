import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blueskyCapabilities } from '../../../shared/networks/bluesky-capabilities.ts'
import { mastodonCapabilities } from '../../../shared/networks/mastodon-capabilities.ts'
import { threadsCapabilities } from '../../../shared/networks/threads-capabilities.ts'
import { wordpressCapabilities } from '../../../shared/networks/wordpress-capabilities.ts'
import { countText } from '../../../shared/text/count-text.ts'
import { countGraphemes, splitGraphemes } from '../../../shared/text/graphemes.ts'
import { toUtf8Offsets } from '../../../shared/text/utf8.ts'
import { findXLinks } from '../../../shared/text/x/find-x-links.ts'

const mastodon = (text: string): number => countText(text, mastodonCapabilities.text).count

describe('countText', () => {
  it.each([
    ['cafe\u0301', 4, 6],
    ['👨‍👩‍👧‍👦', 1, 25],
    ['🙋🏽', 1, 8],
    ['日本', 2, 6],
    ['𝐛𝐨𝐥𝐝', 4, 16],
    ['https://exemple.fr/une/page?x=1 ok', 34, 34]
  ])('counts %s for Bluesky as people see it, and its bytes', (text, count, bytes) => {
    expect(countText(text, blueskyCapabilities.text)).toMatchObject({ count, bytes })
  })

  it('refuses for Bluesky what fits in characters but not in bytes', () => {
    const text = '👨‍👩‍👧‍👦'.repeat(130)
    expect(countText(text, blueskyCapabilities.text)).toMatchObject({ count: 130, remaining: 170, isTooLong: true })
  })

  it('counts each address as 23 for Mastodon, whatever its length', () => {
    expect(mastodon('https://exemple.fr/une/tres/longue/adresse/qui/ne/finit/pas?x=1')).toBe(23)
    expect(mastodon('voir https://a.fr.')).toBe(5 + 23 + 1)
    expect(mastodon('(https://fr.wikipedia.org/wiki/Lyon_(homonymie))')).toBe(25)
    expect(mastodon('http://localhost/a')).toBe(18)
    expect(mastodon('example.org')).toBe(11)
  })

  it('counts a remote mention without its server for Mastodon', () => {
    expect(mastodon('Merci @lea@mastodon.example !')).toBe('Merci @lea !'.length)
    expect(mastodon('lea@mastodon.example')).toBe('lea@mastodon.example'.length)
  })

  it('weighs for X as X does: links as 23 with or without https, accents light, Japanese and emoji double', () => {
    const rule = { ...mastodonCapabilities.text, unit: 'x_weight', charactersPerUrl: { ...mastodonCapabilities.text.charactersPerUrl, value: null } } as const
    const weight = (text: string): number => countText(text, rule).count
    expect(weight('été')).toBe(3)
    expect(weight('日本')).toBe(4)
    expect(weight('👨‍👩‍👧‍👦')).toBe(2)
    expect(weight('voir exemple.fr/une/tres/longue/adresse/qui/ne/finit/pas?x=1')).toBe(5 + 23)
    expect(weight('https://a.fr')).toBe(23)
  })

  describe('for Threads', () => {
    const threads = (text: string): number => countText(text, threadsCapabilities.text).count

    it.each([['été', 3], ['日本', 2], ['© 2026 ™', 8], ['👍', 4], ['👍🏽', 8], ['👨‍👩‍👧‍👦', 25], ['🇫🇷', 8], ['1️⃣', 7], ['❤️', 6], ['❤', 1], ['Merci 🙏 à tous', 17]])('an emoji counts as its bytes, the rest as characters: %s is %i', (text, count) => {
      expect(threads(text)).toBe(count)
    })

    it('counts a text without emoji in code points, and each emoji by itself wherever it stands', () => {
      const plain = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '日', '𝐛', '\n', '.') })
      const emoji = fc.constantFrom('👍', '👍🏽', '👨‍👩‍👧‍👦', '🇫🇷', '❤️', '😀')
      fc.assert(
        fc.property(fc.array(fc.tuple(plain, emoji)), plain, (pairs, end) => {
          const expected = pairs.reduce((sum, [text, one]) => sum + [...text].length + new TextEncoder().encode(one).byteLength, [...end].length)
          // A letter between two flags keeps them apart.
          expect(threads(pairs.map(([text, one]) => `${text}x${one}y`).join('') + end)).toBe(expected + 2 * pairs.length)
        })
      )
    })

    it('never counts less than people see, nor more than all bytes', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), (text) => {
          const { count, bytes } = countText(text, threadsCapabilities.text)
          expect(count).toBeGreaterThanOrEqual(countGraphemes(text))
          expect(count).toBeLessThanOrEqual(bytes)
        })
      )
    })
  })

  it('lets the limits of a server go first', () => {
    expect(countText('abcdef', mastodonCapabilities.text, { maxCharacters: 5, charactersPerUrl: null })).toMatchObject({ max: 5, remaining: -1, isTooLong: true })
    expect(countText('https://a.example/b', mastodonCapabilities.text, { maxCharacters: null, charactersPerUrl: 7 }).count).toBe(7)
  })

  it('has no limit where there is none', () => {
    expect(countText('x'.repeat(100_000), wordpressCapabilities.text)).toMatchObject({ max: null, remaining: null, isTooLong: false })
  })

  it('never counts more graphemes than code points, nor more of those than code units', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rule = blueskyCapabilities.text
        const graphemes = countText(text, rule).count
        const codePoints = countText(text, { ...rule, unit: 'code_points' }).count
        const units = countText(text, { ...rule, unit: 'utf16' }).count
        expect(graphemes).toBeLessThanOrEqual(codePoints)
        expect(codePoints).toBeLessThanOrEqual(units)
        expect(splitGraphemes(text).join('')).toBe(text)
        expect(countGraphemes(text)).toBe(splitGraphemes(text).length)
      })
    )
  })

  it('gives byte positions that cut the text where the code units do', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (parts) => {
        const text = parts.join('')
        const positions = parts.map((_, index) => parts.slice(0, index + 1).join('').length)
        const bytes = new TextEncoder().encode(text)
        const offsets = toUtf8Offsets(text, positions)
        offsets.forEach((offset, index) => expect(new TextDecoder().decode(bytes.subarray(0, offset))).toBe(parts.slice(0, index + 1).join('')))
      })
    )
  })
})

it.each(['a.', 'é.', 'a.b-'])('X’s links are sought in a moment in a text of 100,000 characters without a space: %s', (sign) => {
  // From each of its points to the end: half a minute.
  expect(findXLinks(sign.repeat(100_000 / sign.length))).toEqual([])
}, 4_000)
