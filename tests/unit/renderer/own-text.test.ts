import { expect, test } from 'vitest'
import { applyChange } from '../../../renderer/features/composer/composer-changes.ts'
import { changePart, changeThread } from '../../../renderer/features/composer/thread/thread-changes.ts'
import { hasBaseChanged } from '../../../renderer/features/composer/variants/own-text.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'

const says = (...paragraphs: readonly string[]): RichDocument => ({ type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) })) })
const contentOf = (changes: Partial<PostContent> = {}): PostContent => ({ title: '', document: says('Base'), targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: null }], media: [], ...changes })
const isChanged = (content: PostContent): boolean => hasBaseChanged(content, content.targets[0]!)

test('an own text knows from which common one it was begun, and that this one is another since', () => {
  const begun = applyChange(contentOf(), { kind: 'start_variant', accountId: 'a' })
  expect(begun.targets[0]).toEqual({ accountId: 'a', variant: says('Base'), begunFrom: says('Base') })
  const written = applyChange(begun, { kind: 'write', accountId: 'a', document: says('Mine') })
  expect(isChanged(written)).toBe(false)
  // An empty line below it is nothing that anybody sees.
  expect(isChanged(applyChange(written, { kind: 'write', accountId: null, document: says('Base', '') }))).toBe(false)
  const changed = applyChange(written, { kind: 'write', accountId: null, document: says('Other base') })
  expect(isChanged(changed)).toBe(true)
  const noted = applyChange(changed, { kind: 'note_base', accountId: 'a' })
  expect([isChanged(noted), noted.targets[0]?.variant]).toEqual([false, says('Mine')])
})

test('what was begun before anybody noted that says nothing of the common text', () => {
  expect(isChanged(contentOf({ targets: [{ accountId: 'a', variant: says('Mine') }] }))).toBe(false)
})

test('an own text that was given up comes back as it was, with what it was begun from', () => {
  const own = applyChange(applyChange(contentOf(), { kind: 'start_variant', accountId: 'a' }), { kind: 'write', accountId: 'a', document: says('Mine') })
  const given = applyChange(own, { kind: 'follow_base', accountId: 'a' })
  expect(given.targets[0]).toEqual({ accountId: 'a', variant: null })
  expect(applyChange(given, { kind: 'put_back', thing: 'text', owned: own.targets[0]! })).toEqual(own)
})

test('own texts of later parts remember their beginning, and keep it when parts change places', () => {
  const thread = changeThread(contentOf(), { kind: 'add_part', id: 'p2', after: 0 })
  const own = changePart(thread, 1, { kind: 'start_variant', accountId: 'b' })
  const [variant] = own.moreParts![0]!.variants
  expect(variant).toEqual({ accountId: 'b', document: says(''), begunFrom: says('') })
  const moved = changeThread(changePart(own, 0, { kind: 'set_format', accountId: 'a', format: 'reel' }), { kind: 'move_part', place: 0, by: 1 })
  // What the post is on an account's network is the whole post's, whichever part comes first.
  expect(moved.targets).toEqual([{ accountId: 'a', variant: null, format: 'reel' }, { accountId: 'b', variant: says(''), begunFrom: says('') }])
})
