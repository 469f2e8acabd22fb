import { expect, test } from 'vitest'
import { comparePosts, isSameToTheEye } from '../../../shared/posts/compare-posts.ts'
import { titleFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { contentAfterEdit } from '../../../shared/published/content-after-edit.ts'

const document: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words' }] }] }
const content: PostContent = { title: 'Common', document, media: [], targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: null, title: 'Own' }] }

test('an account gets its own title, the others the post’s', () => {
  expect(['a', 'b'].map((id) => titleFor(content, id))).toEqual(['Common', 'Own'])
  // An empty one of its own is its own all the same.
  expect(titleFor({ ...content, targets: [{ accountId: 'a', variant: null, title: '' }] }, 'a')).toBe('')
})

test('an own title that begins, changes or ends is compared with what the account had before', () => {
  const common: PostContent = { ...content, targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: null }] }
  const began = comparePosts(common, content)
  expect(began.texts.filter(({ place }) => place.kind === 'title')).toEqual([
    { place: { kind: 'title', accountId: null }, pieces: [{ kind: 'same', text: 'Common' }], beside: 'nothing' },
    { place: { kind: 'title', accountId: 'b' }, pieces: [{ kind: 'removed', text: 'Common' }, { kind: 'added', text: 'Own' }], beside: 'own_text_began' }
  ])
  expect([isSameToTheEye(began), isSameToTheEye(comparePosts(content, content))]).toEqual([false, true])
  expect(comparePosts(content, common).texts[1]).toMatchObject({ place: { kind: 'title', accountId: 'b' }, beside: 'own_text_ended' })
})

test('another title on one of several accounts becomes its own, on the only one the post’s', () => {
  const edited = (from: PostContent, accountId: string) => contentAfterEdit(from, { accountId, part: 1, title: 'Mended', document })
  expect(edited(content, 'a')).toMatchObject({ title: 'Common', targets: [{ title: 'Mended' }, { title: 'Own' }] })
  expect(edited(content, 'b')).toMatchObject({ title: 'Common', targets: [{ accountId: 'a' }, { title: 'Mended' }] })
  expect(edited({ ...content, targets: content.targets.slice(0, 1) }, 'a')).toMatchObject({ title: 'Mended' })
})
