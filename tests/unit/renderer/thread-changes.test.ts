import { describe, expect, test } from 'vitest'
import { changePart, changeThread, partAsContent, type ThreadChange } from '../../../renderer/features/composer/thread/thread-changes.ts'
import { partCount } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

const written = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const one: PostContent = { title: 'T', document: written('1'), targets: [{ accountId: 'a', variant: written('1a') }], media: [{ mediaId: 'm', altText: '' }] }
const three: PostContent = {
  ...one,
  moreParts: [{ id: 'p2', document: written('2'), variants: [], media: [] }, { id: 'p3', document: written('3'), variants: [{ accountId: 'a', document: written('3a') }], media: [] }]
}
const textsOf = (content: PostContent) =>
  Array.from({ length: partCount(content) }, (_, place) => {
    const { document, targets } = partAsContent(content, place)
    return [document, ...targets.flatMap(({ variant }) => variant ?? [])].map(documentToText).join(' ')
  })
const after = (content: PostContent, change: ThreadChange) => textsOf(changeThread(content, change))

describe('a thread', () => {
  test('grows behind the part in hand, and shrinks to a plain post without a trace', () => {
    expect(after(one, { kind: 'add_part', id: 'new', after: 0 })).toEqual(['1 1a', ''])
    expect(after(three, { kind: 'add_part', id: 'new', after: 1 })).toEqual(['1 1a', '2', '', '3 3a'])
    expect(changeThread(changeThread(one, { kind: 'add_part', id: 'new', after: 0 }), { kind: 'remove_part', place: 1 })).toEqual(one)
  })

  test('loses a part at any place, the first too, but never its last one', () => {
    expect([0, 1, 2].map((place) => after(three, { kind: 'remove_part', place }))).toEqual([['2', '3 3a'], ['1 1a', '3 3a'], ['1 1a', '2']])
    expect(changeThread(one, { kind: 'remove_part', place: 0 })).toEqual(one)
  })

  test('moves parts with their variants and images, over the border of the first one too', () => {
    expect(after(three, { kind: 'move_part', place: 0, by: 1 })).toEqual(['2', '1 1a', '3 3a'])
    expect(after(three, { kind: 'move_part', place: 2, by: -1 })).toEqual(['1 1a', '3 3a', '2'])
    expect(changeThread(three, { kind: 'move_part', place: 0, by: 1 }).moreParts?.[0]?.media).toEqual(one.media)
    expect(changeThread(three, { kind: 'move_part', place: 0, by: -1 })).toBe(three)
    expect(changeThread(three, { kind: 'move_part', place: 2, by: 1 })).toBe(three)
  })

  test('a change of one part leaves the others as they are; title and accounts are the whole post’s', () => {
    const changed = changePart(three, 1, { kind: 'write', accountId: 'a', document: written('2a') })
    expect(textsOf(changed)).toEqual(['1 1a', '2 2a', '3 3a'])
    expect(changePart(three, 1, { kind: 'retitle', title: 'U' })).toMatchObject({ title: 'U', document: one.document })
    expect(changePart(three, 2, { kind: 'toggle_target', accountId: 'a' }).targets).toEqual([])
    expect(changePart(three, 2, { kind: 'retitle', title: 'T' })).toBe(three)
  })
})

describe('the first comment', () => {
  const commented = changeThread(three, { kind: 'add_comment', id: 'c' })

  test('is the last part and stays it, there is one at most, and it goes like any other part', () => {
    expect(commented.moreParts?.at(-1)).toMatchObject({ id: 'c', isComment: true })
    expect(changeThread(commented, { kind: 'add_comment', id: 'd' })).toBe(commented)
    const longer = changeThread(commented, { kind: 'add_part', id: 'new', after: 3 })
    expect(longer.moreParts?.map(({ id }) => id)).toEqual(['p2', 'p3', 'new', 'c'])
    for (const [place, by] of [[3, -1], [2, 1]] as const) expect(changeThread(commented, { kind: 'move_part', place, by })).toBe(commented)
    expect(changeThread(commented, { kind: 'remove_part', place: 3 })).toEqual(three)
  })

  test('stays a comment when it is written, and becomes the post when nothing else is left', () => {
    const typed = changePart(commented, 3, { kind: 'write', accountId: null, document: written('#tide') })
    expect(typed.moreParts?.at(-1)).toMatchObject({ isComment: true })
    const alone = changeThread(changeThread(one, { kind: 'add_comment', id: 'c' }), { kind: 'remove_part', place: 0 })
    expect(alone.moreParts).toBeUndefined()
  })
})
