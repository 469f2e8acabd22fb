import { describe, expect, test } from 'vitest'
import { changePart, changeThread, partAsContent, partToPutBack, type ThreadChange } from '../../../renderer/features/composer/thread/thread-changes.ts'
import { splitPart } from '../../../renderer/features/composer/thread/split-part.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { countForAccount } from '../../../shared/posts/count-for-account.ts'
import { partCount, partsFor } from '../../../shared/posts/post-parts.ts'
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

  test('a part that was removed goes back to its place, and what was written meanwhile stays', () => {
    for (const place of [0, 1, 2]) {
      const back: ThreadChange = { kind: 'put_back', place, part: partToPutBack(three, place) }
      expect(changeThread(changeThread(three, { kind: 'remove_part', place }), back)).toEqual(three)
      const written3 = changePart(changeThread(three, { kind: 'remove_part', place }), 0, { kind: 'write', accountId: null, document: written('meanwhile') })
      expect(textsOf(changeThread(written3, back)).join(' ')).toContain('meanwhile')
    }
    const commented = changeThread(three, { kind: 'add_comment', id: 'c' })
    expect(changeThread(three, { kind: 'put_back', place: 3, part: partToPutBack(commented, 3) })).toEqual(commented)
  })

  test('what belongs to the whole post is changed whichever part is in the editor', () => {
    expect(changePart(three, 2, { kind: 'set_format', accountId: 'a', format: 'reel' }).targets).toMatchObject([{ accountId: 'a', format: 'reel' }])
    expect(changePart(three, 1, { kind: 'set_tags', tags: ['tide'] })).toMatchObject({ tags: ['tide'] })
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

describe('a text that is too long for one part', () => {
  const account = (networkId: NetworkId): Account => ({ id: networkId, networkId, handle: networkId, displayName: networkId, serverUrl: 'https://server.example', remoteId: '1', state: 'connected', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }, lastCheckedAt: null, connectedAt: 0 })
  const accounts = [account('bluesky'), account('mastodon'), account('linkedin')]
  const sentence = 'La mer se retire très loin ce samedi, et le comptoir ouvre à neuf heures. '
  const long: PostContent = { title: '', document: written(sentence.repeat(9).trim()), targets: accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [{ mediaId: 'm', altText: '' }] }
  let made = 0
  const cut = (content: PostContent, isNumbered = false, place = 0) => splitPart({ content, place, accounts, isNumbered, newId: () => `new-${String((made += 1))}` })
  const apply = (content: PostContent, change: ReturnType<typeof cut>): PostContent => (typeof change === 'string' ? content : changeThread(content, change))

  test.each([false, true])('is cut by the rule of the tightest network that makes threads, and one again when it is joined (numbered: %s)', (isNumbered) => {
    const parts = apply(long, cut(long, isNumbered))
    expect(partCount(parts)).toBe(3)
    for (const bluesky of partsFor(parts, accounts[0]!, capabilitiesOf('bluesky'))) expect(countForAccount(bluesky.document, accounts[0]!).isTooLong).toBe(false)
    expect(textsOf(parts).map((text) => /(\d\/\d)$/.exec(text)?.[1] ?? '')).toEqual(isNumbered ? ['1/3', '2/3', '3/3'] : ['', '', ''])
    expect(parts.media).toEqual(long.media)
    expect(changeThread(parts, { kind: 'join_parts' })).toEqual(long)
  })

  test('within a thread leaves the other parts, and counts all of them where they are numbered', () => {
    const thread: PostContent = { ...long, document: written('Avant'), moreParts: [{ id: 'p', document: long.document, variants: [], media: [] }, { id: 'c', document: written('Le lien'), variants: [], media: [], isComment: true }] }
    const parts = apply(thread, cut(thread, true, 1))
    expect(textsOf(parts).map((text) => text.slice(-3))).toEqual(['1/4', '2/4', '3/4', '4/4', 'ien'])
    expect(textsOf(changeThread(parts, { kind: 'join_parts' }))).toEqual([`Avant\n\n${sentence.repeat(9).trim()}`, 'Le lien'])
  })

  test('is left alone where it fits, and where an account has words of its own', () => {
    expect(cut({ ...long, document: written('court') })).toBe('fits')
    expect(cut({ ...long, targets: [{ accountId: 'linkedin', variant: null }] })).toBe('fits')
    expect(cut({ ...long, targets: [{ accountId: 'bluesky', variant: written('court') }, { accountId: 'mastodon', variant: null }] })).toBe('own_text')
    expect(cut({ ...long, document: written(sentence.repeat(120)) })).toBe('too_many')
  })

  test('stays in parts whose pictures no post could hold together', () => {
    const pictures = (from: number) => Array.from({ length: 11 }, (_, at) => ({ mediaId: String(from + at), altText: '' }))
    const full: PostContent = { ...one, media: pictures(0), moreParts: [{ id: 'p', document: written('2'), variants: [], media: pictures(11) }] }
    expect(changeThread(full, { kind: 'join_parts' })).toBe(full)
  })

  test('joins what an account has for itself too, and goes back only where nothing was written since', () => {
    const joined = changeThread(three, { kind: 'join_parts' })
    expect(textsOf(joined)).toEqual(['1\n\n2\n\n3 1a\n\n2\n\n3a'])
    expect(changeThread(joined, { kind: 'go_back', from: joined, to: three })).toBe(three)
    const typed = changePart(joined, 0, { kind: 'write', accountId: null, document: written('x') })
    expect(changeThread(typed, { kind: 'go_back', from: joined, to: three })).toBe(typed)
  })
})
