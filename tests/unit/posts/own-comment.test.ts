import { expect, test } from 'vitest'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { changeBetween, comparePosts, isSameToTheEye } from '../../../shared/posts/compare-posts.ts'
import { keepTogether } from '../../../shared/posts/kept-together.ts'
import { isCommentLeftOut, leaveCommentOut, takeCommentIn } from '../../../shared/posts/own-comment.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { changePart } from '../../../renderer/features/composer/thread/thread-changes.ts'

const says = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const base: PostContent = {
  title: '',
  document: says('Base'),
  targets: ['a', 'b', 'c'].map((accountId) => ({ accountId, variant: null })),
  media: [],
  moreParts: [{ id: 'p2', document: says('Second'), variants: [], media: [] }, { id: 'p3', document: says('Comment'), variants: [], media: [], isComment: true }]
}
const count = (content: PostContent, id: string): number => partsFor(content, { id, networkId: 'mastodon', remoteId: id }, capabilitiesOf('mastodon')).length

test('an account writes no first comment; the others do, and it has it again as it was', () => {
  const out = leaveCommentOut(base, 'a')
  expect([count(out, 'a'), count(out, 'b')]).toEqual([2, 3])
  // The common comment goes on being written meanwhile.
  const later = changePart(out, 2, { kind: 'write', accountId: null, document: says('Other comment') })
  expect([isCommentLeftOut(later.moreParts![1]!, 'a'), count(later, 'a')]).toEqual([true, 2])
  const back = takeCommentIn(later, 'a')
  expect([count(back, 'a'), back.moreParts![1]!.variants]).toEqual([3, []])
})

test('words of its own wait', () => {
  const own = changePart(base, 2, { kind: 'write', accountId: 'a', document: says('Mine') })
  const back = takeCommentIn(leaveCommentOut(own, 'a'), 'a')
  expect(back).toEqual(own)
})

test('accounts that are kept together leave it out together, and one that takes what they have with them', () => {
  const out = leaveCommentOut(keepTogether(base, 'a', ['b'], 'mastodon'), 'b')
  expect([count(out, 'a'), count(out, 'b'), count(out, 'c')]).toEqual([2, 2, 3])
  expect(count(keepTogether(out, 'a', ['c'], 'mastodon'), 'c')).toBe(2)
})

test('a version says that an account wrote one and writes none now', () => {
  const comparison = comparePosts(base, leaveCommentOut(base, 'a'))
  expect(comparison.texts.find(({ place }) => place.accountId === 'a')?.beside).toBe('own_text_left_out')
  expect([isSameToTheEye(comparison), changeBetween(base, leaveCommentOut(base, 'a')).others]).toEqual([false, ['own_texts']])
})

test('a post without a comment has none to leave out', () => {
  const { moreParts: _parts, ...bare } = base
  expect(leaveCommentOut(bare, 'a')).toBe(bare)
})
