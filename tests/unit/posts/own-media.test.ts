import { describe, expect, test } from 'vitest'
import { applyChange, type ContentChange } from '../../../renderer/features/composer/composer-changes.ts'
import { mediaOwner } from '../../../renderer/features/composer/composer-state.ts'
import { changePart, changeThread } from '../../../renderer/features/composer/thread/thread-changes.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { comparePosts } from '../../../shared/posts/compare-posts.ts'
import { withFocus } from '../../../shared/posts/focal-point.ts'
import { giveBack, hasOwnInPost, isSameForBoth, keepTogether, ownInPost } from '../../../shared/posts/kept-together.ts'
import { mediaIdsOf, partsFor, withTargets } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'

const says = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const item = (mediaId: string): PostContent['media'][number] => ({ mediaId, altText: mediaId })
const thread: PostContent = {
  title: '', document: says('1'), targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: null }], media: [item('m1')],
  moreParts: [{ id: 'p2', document: says('2'), variants: [], media: [item('m2')] }, { id: 'p3', document: says('3'), variants: [], media: [] }]
}
const sent = (content: PostContent, id: string): readonly (readonly string[])[] => partsFor(content, { id, networkId: 'mastodon', remoteId: id }, capabilitiesOf('mastodon')).map(({ media }) => media.map(({ mediaId }) => mediaId))
const inPart = (content: PostContent, part: number, ...changes: readonly ContentChange[]): PostContent => changes.reduce((after, change) => changePart(after, part, change), content)
const own = inPart(thread, 1, { kind: 'start_own_media', accountId: 'a' }, { kind: 'detach', accountId: 'a', mediaId: 'm2' }, { kind: 'attach', accountId: 'a', mediaId: 'm9' })

describe('pictures of an account’s own in a later part of a thread', () => {
  test('go out to it in that part, and to nobody else; the way back is theirs', () => {
    expect(sent(own, 'a')).toEqual([['m1'], ['m9'], []])
    expect(sent(own, 'b')).toEqual([['m1'], ['m2'], []])
    expect(mediaIdsOf(own)).toEqual(['m1', 'm2', 'm9'])
    expect(inPart(own, 1, { kind: 'follow_media', accountId: 'a' })).toEqual(thread)
    expect(sent(inPart(own, 1, { kind: 'detach', accountId: 'a', mediaId: 'm9' }), 'a')).toEqual([['m1'], [], []])
    const state = (part: number) => ({ post: { content: own }, editing: 'a', part }) as unknown as Parameters<typeof mediaOwner>[0]
    expect([0, 1, 2].map((part) => mediaOwner(state(part)))).toEqual([undefined, 'a', undefined])
  })

  test('go with their part where it moves, is taken away and put back, and are joined with the others', () => {
    expect(sent(changeThread(own, { kind: 'move_part', place: 0, by: 1 }), 'a')).toEqual([['m9'], ['m1'], []])
    expect(changeThread(changeThread(own, { kind: 'move_part', place: 0, by: 1 }), { kind: 'move_part', place: 0, by: 1 })).toMatchObject({ targets: own.targets, moreParts: [{ ownMedia: own.moreParts![0]!.ownMedia }, {}] })
    const part = own.moreParts![0]!
    expect(changeThread(changeThread(own, { kind: 'remove_part', place: 1 }), { kind: 'put_back', place: 1, part })).toEqual(own)
    const joined = changeThread(own, { kind: 'join_parts' })
    expect(joined.media.map(({ mediaId }) => mediaId)).toEqual(['m1', 'm2'])
    expect(joined.targets.map(({ media }) => media?.map(({ mediaId }) => mediaId))).toEqual([['m1', 'm9'], undefined])
  })

  test('are shared with accounts that are kept together with it, and given back', () => {
    expect(hasOwnInPost(own, 'a')).toBe(true)
    expect(isSameForBoth(own, 'a', 'b')).toBe(false)
    const before = ownInPost(own, 'b')!
    const kept = keepTogether(own, 'a', ['b'], 'mastodon')
    expect(sent(kept, 'b')).toEqual(sent(own, 'a'))
    // A change in one is a change in both.
    expect(sent(inPart(kept, 1, { kind: 'attach', accountId: 'b', mediaId: 'm8' }), 'a')).toEqual([['m1'], ['m9', 'm8'], []])
    expect(sent(giveBack(kept, [before]), 'b')).toEqual([['m1'], ['m2'], []])
  })

  test('are checked, compared and pointed at like all others, and left behind with their account', () => {
    const undescribed = inPart(own, 1, { kind: 'describe', accountId: 'a', mediaId: 'm9', altText: '' })
    expect(checkPost(undescribed, [], capabilitiesOf, []).filter(({ code }) => code === 'alt_text_missing')).toEqual([{ severity: 'warn', code: 'alt_text_missing', accountId: 'a', details: { mediaId: 'm9', part: 2, place: 'part' } }])
    expect(comparePosts(thread, own).ownImages).toEqual(['a'])
    expect(comparePosts(own, own).ownImages).toEqual([])
    expect(withFocus(own, 'm9', { x: 0.1, y: 0.2 }).moreParts?.[0]?.ownMedia?.[0]?.media[0]?.focus).toEqual({ x: 0.1, y: 0.2 })
    expect(withTargets(own, [own.targets[1]!]).moreParts).toEqual(thread.moreParts)
    expect(applyChange(own, { kind: 'retitle', title: '' })).toBe(own)
  })
})
