import { describe, expect, test } from 'vitest'
import { changeBetween, comparePosts, isSameToTheEye } from '../../../shared/posts/compare-posts.ts'
import { reasonToKeep, type VersionFacts } from '../../../shared/posts/post-version.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'

const minute = 60_000
const facts = (changes: Partial<VersionFacts>): VersionFacts => ({ now: 100 * minute, savedAt: 100 * minute - 400, keptAt: 99 * minute, lengthBefore: 300, lengthAfter: 301, ...changes })

describe('what is stored becomes a version before a save', () => {
  test.each([
    ['while somebody types', {}, null],
    ['after a rest of two minutes', { savedAt: 98 * minute }, 'pause'],
    ['after a rest that was just too short', { savedAt: 98 * minute + 1 }, null],
    ['after ten minutes of writing', { keptAt: 90 * minute }, 'writing'],
    ['when more than half of it goes at once', { lengthAfter: 149 }, 'cut'],
    ['when half of it stays', { lengthAfter: 150 }, null],
    ['when little was there', { lengthBefore: 119, lengthAfter: 0 }, null]
  ] as const)('%s', (_when, changes, reason) => {
    expect(reasonToKeep(facts(changes))).toBe(reason)
  })
})

const text = (words: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })
const bold = (words: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words, marks: [{ type: 'bold' }] }] }] })
const base: PostContent = { title: '', document: text('Low tide at six.'), targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: null }], media: [{ mediaId: 'm', altText: 'Oysters' }, { mediaId: 'n', altText: '' }] }

describe('what differs between two states of a post', () => {
  test('is nothing for the same content', () => {
    expect(isSameToTheEye(comparePosts(base, base))).toBe(true)
    expect(changeBetween(base, base)).toEqual({ added: 0, removed: 0, others: [] })
  })

  test.each<[string, PostContent, ReturnType<typeof changeBetween>]>([
    ['words', { ...base, document: text('High tide at six.') }, { added: 1, removed: 1, others: [] }],
    ['the title', { ...base, title: 'Tides' }, { added: 1, removed: 0, others: [] }],
    ['line breaks', { ...base, document: { type: 'doc', content: [...text('Low tide').content, ...text('at six.').content] } }, { added: 0, removed: 0, others: ['line_breaks'] }],
    ['emphasis', { ...base, document: bold('Low tide at six.') }, { added: 0, removed: 0, others: ['formatting'] }],
    ['an own text that says something else', { ...base, targets: [{ accountId: 'a', variant: text('Low tide at six, folks.') }, { accountId: 'b', variant: null }] }, { added: 1, removed: 0, others: ['own_texts'] }],
    ['an own text that says the same', { ...base, targets: [{ accountId: 'a', variant: text('Low tide at six.') }, { accountId: 'b', variant: null }] }, { added: 0, removed: 0, others: ['own_texts'] }],
    ['a part of a thread', { ...base, moreParts: [{ id: 'p', document: text('Then wine'), variants: [], media: [] }] }, { added: 2, removed: 0, others: ['parts'] }],
    ['the accounts', { ...base, targets: [{ accountId: 'a', variant: null }] }, { added: 0, removed: 0, others: ['accounts'] }],
    ['the images', { ...base, media: [base.media[0]!] }, { added: 0, removed: 0, others: ['images'] }],
    ['their order', { ...base, media: base.media.toReversed() }, { added: 0, removed: 0, others: ['images'] }],
    ['a description', { ...base, media: [{ mediaId: 'm', altText: 'A plate of oysters' }, base.media[1]!] }, { added: 0, removed: 0, others: ['descriptions'] }]
  ])('names %s', (_what, after, change) => {
    expect(changeBetween(base, after)).toEqual(change)
    expect(isSameToTheEye(comparePosts(base, after))).toBe(false)
  })

  test('is nothing for empty lines below the text', () => {
    const after = { ...base, document: { ...base.document, content: [...base.document.content, { type: 'paragraph' as const }] } }
    expect(isSameToTheEye(comparePosts(base, after))).toBe(true)
    expect(changeBetween(base, after).others).toEqual([])
  })

  test('says which accounts and images only one of them has', () => {
    const after = { ...base, targets: [base.targets[0]!, { accountId: 'c', variant: null }], media: [base.media[1]!, { mediaId: 'o', altText: '' }] }
    expect(comparePosts(base, after)).toMatchObject({ accounts: { removed: ['b'], added: ['c'] }, images: { removed: ['m'], added: ['o'], described: [], areMoved: false } })
  })
})
