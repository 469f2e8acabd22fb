import { expect, test } from 'vitest'
import { giveBack, hasOwnInPost, isSameForBoth, keepTogether, keptWith, ownInPost, setApart, takersOf } from '../../../shared/posts/kept-together.ts'
import { networkGroup } from '../../../shared/networks/network-group.ts'
import { partsFor, titleFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { contentAfterEdit } from '../../../shared/published/content-after-edit.ts'
import { applyChange } from '../../../renderer/features/composer/composer-changes.ts'
import { changePart, changeThread } from '../../../renderer/features/composer/thread/thread-changes.ts'
import { choicesFor } from '../../../renderer/features/composer/variants/network-choices.ts'
import type { Account } from '../../../shared/accounts/account.ts'

const says = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const base: PostContent = {
  title: 'Title',
  document: says('Base'),
  targets: ['a', 'b', 'c', 'x'].map((accountId) => ({ accountId, variant: null })),
  media: [],
  moreParts: [{ id: 'p2', document: says('Second'), variants: [], media: [] }, { id: 'p3', document: says('Comment'), variants: [], media: [], isComment: true }]
}
const texts = (content: PostContent, id: string): readonly string[] => partsFor(content, { id, networkId: 'mastodon', remoteId: id }, capabilitiesOf('mastodon')).map(({ document }) => documentToText(document))
const own = changePart(changePart(applyChange(base, { kind: 'write', accountId: 'a', document: says('Mine') }), 1, { kind: 'write', accountId: 'a', document: says('My second') }), 2, { kind: 'write', accountId: 'a', document: says('My comment') })

test('accounts that are kept together get the same in all parts, with title and pictures; the others what they had', () => {
  const titled = applyChange(applyChange(own, { kind: 'retitle', accountId: 'a', title: 'My title' }), { kind: 'attach', accountId: 'a', mediaId: 'm' })
  const kept = keepTogether(titled, 'a', ['b', 'c'], 'mastodon')
  for (const id of ['a', 'b', 'c']) {
    expect(texts(kept, id)).toEqual(['Mine', 'My second', 'My comment'])
    expect([titleFor(kept, id), kept.targets.find(({ accountId }) => accountId === id)?.media?.length, keptWith(kept, id)]).toEqual(['My title', 1, ['a', 'b', 'c']])
  }
  expect([texts(kept, 'x'), keptWith(kept, 'x')]).toEqual([['Base', 'Second', 'Comment'], ['x']])
})

test('a change in one is a change in all, in whichever part; what kind of post it is stays each account’s', () => {
  const kept = applyChange(keepTogether(own, 'a', ['b', 'c'], 'mastodon'), { kind: 'set_format', accountId: 'b', format: 'reel' })
  const written = changePart(changePart(kept, 0, { kind: 'write', accountId: 'c', document: says('Ours') }), 2, { kind: 'follow_base', accountId: 'b' })
  for (const id of ['a', 'c']) expect(texts(written, id)).toEqual(['Ours', 'My second', 'Comment'])
  expect(isSameForBoth(written, 'a', 'b')).toBe(true)
  expect(written.targets.map(({ format }) => format)).toEqual([undefined, 'reel', undefined, undefined])
  const moved = changeThread(written, { kind: 'move_part', place: 0, by: 1 })
  for (const id of ['a', 'c']) expect(texts(moved, id)).toEqual(['My second', 'Ours', 'Comment'])
  expect(keptWith(moved, 'a')).toEqual(['a', 'b', 'c'])
})

test('one that is set apart goes on with what it has, alone; of two neither is kept with anybody', () => {
  const apart = setApart(keepTogether(own, 'a', ['b', 'c'], 'mastodon'), 'b')
  const written = applyChange(apart, { kind: 'write', accountId: 'b', document: says('Apart') })
  expect([texts(written, 'a')[0], texts(written, 'b')[0], texts(written, 'c')[0]]).toEqual(['Mine', 'Apart', 'Mine'])
  expect(keptWith(written, 'a')).toEqual(['a', 'c'])
  expect(setApart(written, 'c').targets.map(({ together }) => together)).toEqual([undefined, undefined, undefined, undefined])
  expect(setApart(base, 'a')).toBe(base)
})

test('what somebody had before comes back whole, into what the post says by now', () => {
  const other = changePart(applyChange(own, { kind: 'write', accountId: 'b', document: says('B’s own') }), 1, { kind: 'write', accountId: 'b', document: says('B’s second') })
  const before = ['b', 'c'].flatMap((id) => ownInPost(other, id) ?? [])
  const kept = keepTogether(other, 'a', ['b', 'c'], 'mastodon')
  const later = applyChange(applyChange(kept, { kind: 'write', accountId: null, document: says('New base') }), { kind: 'toggle_target', accountId: 'c' })
  const back = setApart(giveBack(later, before), 'a')
  expect([texts(back, 'a'), texts(back, 'b')]).toEqual([['Mine', 'My second', 'My comment'], ['B’s own', 'B’s second', 'Comment']])
  expect(back.targets).toHaveLength(3)
  expect(back.targets.every(({ together }) => together === undefined)).toBe(true)
})

test('an account that is added has what those of its network keep, also where only one of them is left', () => {
  const kept = keepTogether(own, 'a', ['b'], 'mastodon')
  const alone = applyChange(kept, { kind: 'toggle_target', accountId: 'b', group: 'mastodon' })
  const added = applyChange(alone, { kind: 'toggle_target', accountId: 'd', group: 'mastodon' })
  expect([texts(added, 'd'), keptWith(added, 'd')]).toEqual([['Mine', 'My second', 'My comment'], ['a', 'd']])
  expect(texts(applyChange(kept, { kind: 'toggle_target', accountId: 'e', group: 'bluesky' }), 'e')[0]).toBe('Base')
  expect(texts(applyChange(own, { kind: 'toggle_target', accountId: 'f', group: 'mastodon' }), 'f')[0]).toBe('Base')
})

test('nobody is left behind in a group that takes something else', () => {
  const kept = keepTogether(own, 'b', ['c'], 'mastodon')
  expect(takersOf(kept, 'a', ['x'], 'mastodon')).toEqual(['b', 'c', 'x'])
  const all = keepTogether(kept, 'a', ['x'], 'mastodon')
  for (const id of ['a', 'b', 'c', 'x']) expect([texts(all, id)[0], keptWith(all, id).length]).toEqual(['Mine', 4])
})

test('what an account has for itself is told from notes and marks', () => {
  expect([hasOwnInPost(base, 'a'), hasOwnInPost(own, 'a'), hasOwnInPost(own, 'x'), hasOwnInPost(own, 'nobody')]).toEqual([false, true, false, false])
  expect(hasOwnInPost(applyChange(keepTogether(base, 'a', ['b'], 'mastodon'), { kind: 'set_format', accountId: 'a', format: 'story' }), 'a')).toBe(false)
  expect(hasOwnInPost(changePart(base, 2, { kind: 'start_variant', accountId: 'x' }), 'x')).toBe(true)
})

test('words changed where they are out are one account’s, which is set apart by that', () => {
  const edited = contentAfterEdit(keepTogether(own, 'a', ['b', 'c'], 'mastodon'), { accountId: 'b', part: 1, title: 'Title', document: says('Mended') })!
  expect([texts(edited, 'a')[0], texts(edited, 'b')[0]]).toEqual(['Mine', 'Mended'])
  expect(keptWith(edited, 'a')).toEqual(['a', 'c'])
})

test('what is offered depends on the other accounts of the network in the post', () => {
  const account = (id: string, networkId: Account['networkId'] = 'mastodon', remoteId = id): Account => ({ id, networkId, remoteId }) as Account
  const accounts = [account('a'), account('b'), account('c'), account('x', 'bluesky')]
  expect(choicesFor(base, accounts, 'x')).toBeNull()
  expect(choicesFor(own, accounts, 'a')).toEqual({ group: 'mastodon', kept: ['a'], others: ['b', 'c'], plain: ['b', 'c'], joint: [], hasOwn: true })
  const kept = keepTogether(own, 'a', ['b'], 'mastodon')
  expect(choicesFor(kept, accounts, 'a')).toEqual({ group: 'mastodon', kept: ['a', 'b'], others: ['c'], plain: ['c'], joint: [], hasOwn: true })
  expect(choicesFor(kept, accounts, 'c')).toEqual({ group: 'mastodon', kept: ['c'], others: ['a', 'b'], plain: [], joint: ['a', 'b'], hasOwn: false })
  // By hand, each network for itself; one that somebody named may be any.
  expect([networkGroup(account('i', 'assisted', 'instagram:1')), networkGroup(account('o', 'assisted', 'own:1'))]).toEqual(['assisted:instagram', null])
})
