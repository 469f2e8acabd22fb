import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasLinkTags, linkSourceOf, nameNetwork, readLinkTags, sourceAmong, withLinkTags, withoutLinkTags, writeSources } from '../../../shared/links/link-tags.ts'
import { nameNetworkInLinks } from '../../../shared/links/name-network-in-links.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { findWebAddresses } from '../../../shared/text/find-web-addresses.ts'
import { readSourceLines, writeSourceLines } from '../../../renderer/features/link-tags/source-lines.ts'

const tags = { source: 'x', medium: 'social', campaign: '', content: '' }

describe('withLinkTags', () => {
  test.each([
    ['https://a.example/p', 'https://a.example/p?utm_source=x&utm_medium=social'],
    ['https://a.example/p?id=7', 'https://a.example/p?id=7&utm_source=x&utm_medium=social'],
    ['https://a.example/p?id=7#menu', 'https://a.example/p?id=7&utm_source=x&utm_medium=social#menu'],
    ['https://a.example/#menu?utm_source=no', 'https://a.example/?utm_source=x&utm_medium=social#menu?utm_source=no'],
    ['https://a.example/?utm_source=old&utm_campaign=june&a=1', 'https://a.example/?a=1&utm_source=x&utm_medium=social'],
    ['https://a.example/?UTM_Source=old', 'https://a.example/?utm_source=x&utm_medium=social'],
    ['https://a.example/?utm_term=kept', 'https://a.example/?utm_term=kept&utm_source=x&utm_medium=social'],
    ['https://a.example/?q=%C3%A9t%C3%A9+chaud&empty=', 'https://a.example/?q=%C3%A9t%C3%A9+chaud&empty=&utm_source=x&utm_medium=social'],
    ['https://a.example/?', 'https://a.example/?utm_source=x&utm_medium=social']
  ])('%s', (before, after) => {
    expect(withLinkTags(before, tags)).toBe(after)
    expect(withLinkTags(after, tags)).toBe(after)
  })

  test('taken away, the address is what it was', () => {
    expect(withoutLinkTags('https://a.example/p?id=7&utm_source=x&utm_content=b#menu')).toBe('https://a.example/p?id=7#menu')
    expect(withoutLinkTags('https://a.example/p?utm_medium=x')).toBe('https://a.example/p')
    expect(withoutLinkTags('https://a.example/?')).toBe('https://a.example/?')
  })

  test('whatever is written is read again, and the whole address stays one address in a sentence', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.trim())
    fc.assert(
      fc.property(word, word, word, word, (source, medium, campaign, content) => {
        const address = withLinkTags('https://a.example/p?id=7#x', { source, medium, campaign, content })
        expect(readLinkTags(address)).toEqual({ source, medium, campaign, content })
        const bare = withLinkTags('https://a.example/p', { source, medium, campaign, content })
        expect(findWebAddresses(`Voir ${bare}, demain.`).map((found) => found.address)).toEqual([bare])
        expect(withLinkTags(address, { source, medium, campaign, content })).toBe(address)
      })
    )
  })

  test('a broken code in an address breaks nothing', () => {
    expect(readLinkTags('https://a.example/?utm_source=%E9t%E9').source).toBe('%E9t%E9')
    expect(hasLinkTags('https://a.example/?utm_source=')).toBe(false)
  })
})

describe('the network in a link', () => {
  const paragraph = (...content: RichDocument['content']): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
  const open = 'https://a.example/?utm_source={network}&utm_medium=social'

  test('is named for each account, in the words and in the address, and by the client’s own names', () => {
    const linked = paragraph({ type: 'text', text: open, marks: [{ type: 'link', attrs: { href: open, sources: 'x=twitter&facebook=fb%20page' } }] })
    expect(documentToText(nameNetworkInLinks(linked, 'x'))).toBe('https://a.example/?utm_source=twitter&utm_medium=social')
    expect(documentToText(nameNetworkInLinks(linked, 'facebook'))).toBe('https://a.example/?utm_source=fb%20page&utm_medium=social')
    expect(documentToText(nameNetworkInLinks(linked, 'bluesky'))).toBe('https://a.example/?utm_source=bluesky&utm_medium=social')
    const words = paragraph({ type: 'text', text: 'la carte', marks: [{ type: 'link', attrs: { href: open } }] })
    expect(documentToText(nameNetworkInLinks(words, 'x'))).toBe('la carte (https://a.example/?utm_source=x&utm_medium=social)')
  })

  test('elsewhere the word is the author’s own, and a text without it is the same text', () => {
    const prose = paragraph({ type: 'text', text: 'Un {network} de https://a.example/{network}?a={network}' })
    expect(nameNetworkInLinks(prose, 'x')).toBe(prose)
    expect(nameNetwork('?utm_source=%7Bnetwork%7D et ?utm_content=pied-{network}', 'x')).toBe('?utm_source=x et ?utm_content=pied-x')
  })

  test('asked again it is the same document', () => {
    const linked = paragraph({ type: 'text', text: open })
    expect(nameNetworkInLinks(linked, 'x')).toBe(nameNetworkInLinks(linked, 'x'))
    expect(nameNetworkInLinks(linked, 'x')).not.toBe(nameNetworkInLinks(linked, 'bluesky'))
  })

  test('every part of a thread and every own text goes out with it', () => {
    const text = paragraph({ type: 'text', text: open })
    const content = { title: '', document: text, targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: text }], media: [], moreParts: [{ id: 'p', document: text, variants: [], media: [] }] }
    const texts = (id: string, networkId: 'x' | 'assisted', remoteId = id) => partsFor(content, { id, networkId, remoteId }, { threads: 'replies', poll: 'none_there' }).map(({ document }) => documentToText(document))
    expect(texts('a', 'x')).toEqual(Array(2).fill('https://a.example/?utm_source=x&utm_medium=social'))
    expect(texts('b', 'assisted', 'tiktok:lune')).toEqual(Array(2).fill('https://a.example/?utm_source=tiktok&utm_medium=social'))
  })

  test('accounts by hand and pages bear the name of their network', () => {
    expect(linkSourceOf({ networkId: 'linkedin_page', remoteId: '1' })).toBe('linkedin')
    expect(linkSourceOf({ networkId: 'assisted', remoteId: 'x_by_hand:lune' })).toBe('x')
    expect(linkSourceOf({ networkId: 'assisted', remoteId: 'own:12' })).toBe('social')
    expect(sourceAmong(writeSources({ x: 'a&b=c' }), 'x')).toBe('a&b=c')
    expect(sourceAmong(null, 'x')).toBe('x')
  })

  test('names are written one a line', () => {
    expect(readSourceLines('x = twitter\n\nFacebook=a=b')).toEqual({ x: 'twitter', facebook: 'a=b' })
    expect(readSourceLines(writeSourceLines({ x: 'twitter' }))).toEqual({ x: 'twitter' })
    expect(readSourceLines('myspice = a')).toBeNull()
    expect(readSourceLines('x =')).toBeNull()
  })
})
