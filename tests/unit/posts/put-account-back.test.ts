import { expect, test } from 'vitest'
import { keepTogether, ownInPost, putAccountBack, setApart } from '../../../shared/posts/kept-together.ts'
import { openFilmTerms } from '../../../shared/posts/post-terms.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { changePart } from '../../../renderer/features/composer/thread/thread-changes.ts'

const says = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const base: PostContent = {
  title: 'Title',
  document: says('Base'),
  targets: [
    { accountId: 'a', variant: null },
    { accountId: 'b', variant: says('Mine'), title: 'My title', tags: ['tide'], media: [{ mediaId: 'm', altText: 'Mine' }], format: 'document', framing: { warning: 'Tide' }, terms: openFilmTerms },
    { accountId: 'c', variant: null }
  ],
  media: [],
  moreParts: [{ id: 'p2', document: says('Second'), variants: [{ accountId: 'b', document: says('My second') }], media: [], ownMedia: [{ accountId: 'b', media: [] }] }]
}
const out = (content: PostContent, accountId: string): PostContent => changePart(content, 1, { kind: 'toggle_target', accountId })

test('an account that is taken out and put back has all that it had, at its place, its kind of post and its terms too', () => {
  const owned = ownInPost(base, 'b')!
  expect(putAccountBack(out(base, 'b'), owned, 1)).toEqual(base)
  // From whichever part is in the editor; and what was begun anew meanwhile is not written over.
  expect(changePart(out(base, 'b'), 1, { kind: 'put_target_back', owned, place: 1 })).toEqual(base)
  const anew = changePart(changePart(out(base, 'b'), 0, { kind: 'toggle_target', accountId: 'b' }), 0, { kind: 'write', accountId: 'b', document: says('Anew') })
  expect(putAccountBack(anew, owned, 1)).toBe(anew)
})

test('one that was kept with others has what they have by now, and nothing of a group that is gone', () => {
  const kept = keepTogether(base, 'b', ['c'], 'youtube')
  const owned = ownInPost(kept, 'c')!
  const later = changePart(out(kept, 'c'), 0, { kind: 'write', accountId: 'b', document: says('By now') })
  expect(putAccountBack(later, owned, 2).targets.map(({ variant, together }) => [variant, together])).toEqual([[null, undefined], [says('By now'), 'youtube'], [says('By now'), 'youtube']])
  const apart = putAccountBack(setApart(out(kept, 'c'), 'b'), owned, 2)
  expect(apart.targets.map(({ variant, together }) => [variant, together])).toEqual([[null, undefined], [says('Mine'), undefined], [says('Mine'), undefined]])
})
