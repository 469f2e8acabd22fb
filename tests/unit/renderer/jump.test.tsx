import { getSchema } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { editorExtensions } from '../../../renderer/features/composer/editor/editor-extensions.ts'
import { hasPlace, placeOfProblem } from '../../../renderer/features/composer/jump/place-of-problem.ts'
import { placeOfGap, placeOfPhrase, tooMuch } from '../../../renderer/features/composer/jump/select-in-text.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { postProblemCodes, type PostProblem, type PostProblemCode } from '../../../shared/posts/post-problem.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'

const written = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
const content: PostContent = {
  title: 'Low tide in {city}',
  document: written('Come on {date}'),
  targets: [{ accountId: 'common', variant: null }, { accountId: 'own', variant: written('Cheap oysters'), title: 'Its own', media: [{ mediaId: 'm-own', altText: '' }] }],
  media: [{ mediaId: 'm1', altText: 'Boots in {link}' }],
  moreParts: [
    { id: 'p2', document: written('And {time}'), variants: [{ accountId: 'own', document: written('Never cheap') }], media: [{ mediaId: 'm2', altText: '' }] },
    { id: 'p3', document: written('A comment'), variants: [], media: [], isComment: true }
  ]
}
const at = (code: PostProblemCode, accountId: string | null = null, details: PostProblem['details'] = {}) => placeOfProblem({ post: { content } as never }, { severity: 'stop', code, accountId, details })

describe('where a check leads', () => {
  test('every check has a place on the screen, but for what is put right elsewhere', () => {
    expect(postProblemCodes.filter((code) => !hasPlace({ code }))).toEqual(['account_needs_login', 'media_host_missing', 'access_ended', 'over_cap'])
    for (const code of postProblemCodes.filter((one) => hasPlace({ code: one }))) expect(at(code, 'common', { mediaId: 'm1', gap: 'date', words: 'Come' })).not.toBeNull()
  })

  test('to the text of the account where it has one, else to the text of all; in the part that it is about', () => {
    expect(at('text_too_long', 'own')).toMatchObject({ place: 'text', whose: 'own', part: 0 })
    expect(at('text_too_long', 'common')).toMatchObject({ place: 'text', whose: null, part: 0 })
    expect(at('text_too_long', 'own', { part: 2, place: 'part' })).toMatchObject({ whose: 'own', part: 1 })
    expect(at('text_too_long', 'common', { part: 2, place: 'part' })).toMatchObject({ whose: null, part: 1 })
  })

  test('to the comment, also where a network makes one post of the parts before it', () => {
    expect(at('text_too_long', 'common', { part: 2, place: 'comment' })).toMatchObject({ place: 'text', part: 2 })
    expect(at('text_too_long', 'common', { part: 3, place: 'comment' })).toMatchObject({ place: 'text', part: 2 })
    expect(at('text_too_long', 'common', { part: 1, place: 'post' })).toMatchObject({ place: 'text', part: 0 })
  })

  test('to the words wherever they stand: in a part, the title, the description of a picture', () => {
    expect(at('gap_left', 'common', { gap: 'date' })).toMatchObject({ place: 'text', whose: null, part: 0 })
    expect(at('gap_left', 'common', { gap: 'time' })).toMatchObject({ place: 'text', part: 1 })
    expect(at('gap_left', 'common', { gap: 'city' })).toMatchObject({ place: 'title', whose: null })
    expect(at('gap_left', 'common', { gap: 'link' })).toMatchObject({ place: 'description', mediaId: 'm1' })
    expect(at('forbidden_word', 'own', { words: 'cheap' })).toMatchObject({ place: 'text', whose: 'own', part: 1 })
  })

  test('to the title, the picture and its description of the account, where it has its own', () => {
    expect(at('title_too_long', 'own')).toMatchObject({ place: 'title', whose: 'own' })
    expect(at('title_missing', 'common')).toMatchObject({ place: 'title', whose: null })
    expect(at('alt_text_missing', 'own', { mediaId: 'm-own' })).toEqual({ place: 'description', whose: 'own', part: 0, mediaId: 'm-own' })
    expect(at('alt_text_missing', null, { mediaId: 'm2', part: 2, place: 'part' })).toEqual({ place: 'description', whose: null, part: 1, mediaId: 'm2' })
    // The file says in which part it is, also where the check does not.
    expect(at('image_too_tall', 'common', { mediaId: 'm2' })).toEqual({ place: 'media', whose: null, part: 1, mediaId: 'm2' })
    expect(at('alt_texts_left_out', 'common')).toMatchObject({ place: 'description', mediaId: 'm1' })
  })
})

const schema = getSchema(editorExtensions('', () => false, { find: async () => null, onKey: () => false }, () => false, { log: () => null, isHeld: () => false }))
const account = (networkId: NetworkId): Account => ({ id: 'a', networkId, handle: '@a', displayName: 'A', serverUrl: 'https://a.example', remoteId: 'a', state: 'connected', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }, lastCheckedAt: null, connectedAt: 0 })

describe('what is selected', () => {
  test('is what is too much for the network, by its own count', () => {
    const address = 'https://harbour.example/a/very/long/way/to/the/sea'
    const doc = schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `${'é'.repeat(299)}xyz` }] }] })
    const span = tooMuch(doc, account('bluesky'), {})
    expect(span === null ? null : doc.textBetween(span.from, span.to)).toBe('yz')
    expect(tooMuch(schema.nodeFromJSON(written('a'.repeat(300))), account('bluesky'), {})).toBeNull()
    // 23 characters there, whatever its length: it fits, and only what follows is too much.
    const linked = schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `${address} ${'a'.repeat(256)}bcd` }] }] })
    const over = tooMuch(linked, account('x'), {})
    expect(over === null ? null : linked.textBetween(over.from, over.to)).toBe('bcd')
  })

  test('is the phrase or the gap in whichever line', () => {
    const doc = schema.nodeFromJSON({ type: 'doc', content: [written('First {city}').content[0], { type: 'bulletList', content: [{ type: 'listItem', content: written('then {date} and Léa').content }] }] })
    const textOf = (span: { from: number; to: number } | null): string | null => (span === null ? null : doc.textBetween(span.from, span.to))
    expect(textOf(placeOfGap(doc, 'date'))).toBe('{date}')
    expect(textOf(placeOfPhrase(doc, 'Léa'))).toBe('Léa')
    expect(placeOfPhrase(doc, '')).toBeNull()
    expect(placeOfPhrase(doc, 'nowhere')).toBeNull()
  })
})
