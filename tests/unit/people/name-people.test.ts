import { expect, test } from 'vitest'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { isUnresolved, mentionsIn, namePeople, withHandles } from '../../../shared/people/name-people.ts'
import { handleSchema, type Handles } from '../../../shared/people/person.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

const personId = '6b8f9f0e-3c1d-4f57-9d3c-0d6c5a1f2b34'
const written = (handles: Handles, words = '@Léa Martin'): RichDocument => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Merci ' }, { type: 'text', text: words, marks: [{ type: 'mention', attrs: { personId, name: 'Léa Martin', handles } }] }, { type: 'text', text: ' !' }] }]
})
const document = written({ bluesky: 'lea.bsky.social', mastodon: 'lea@mamot.example' })

test('each network gets the name that the person has there, and nothing of the mark goes out', () => {
  const there = namePeople(document, 'bluesky')
  expect(documentToText(there)).toBe('Merci @lea.bsky.social !')
  expect(JSON.stringify(there)).not.toContain('mention')
  expect(documentToText(namePeople(document, 'mastodon'))).toBe('Merci @lea@mamot.example !')
})

test('without a name there, and where there are no mentions, plain words go out', () => {
  expect(documentToText(namePeople(document, 'x'))).toBe('Merci Léa Martin !')
  expect(documentToText(namePeople(written({ linkedin: 'lea' }), 'linkedin'))).toBe('Merci Léa Martin !')
  expect([isUnresolved(mentionsIn(document)[0]!, 'x'), isUnresolved(mentionsIn(document)[0]!, 'bluesky'), isUnresolved(mentionsIn(document)[0]!, 'linkedin')]).toEqual([true, false, false])
})

test('words that somebody changed are no mention any more', () => {
  const changed = written({ bluesky: 'lea.bsky.social' }, '@Léa')
  expect(documentToText(namePeople(changed, 'bluesky'))).toBe('Merci @Léa !')
  expect(mentionsIn(changed)).toEqual([])
})

test('a text without mentions stays the very same, and the same question has the same answer', () => {
  const plain: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '@lea' }] }] }
  expect(namePeople(plain, 'x')).toBe(plain)
  expect(namePeople(document, 'x')).toBe(namePeople(document, 'x'))
  expect(withHandles(plain, { id: personId, handles: {} })).toBe(plain)
})

test('what is learnt of a person reaches every mention of them', () => {
  expect(documentToText(namePeople(withHandles(document, { id: personId, handles: { x: 'lea' } }), 'x'))).toBe('Merci @lea !')
})

test('parts carry the names, and the checks warn once where one is missing', () => {
  const account = { id: '0b8f9f0e-3c1d-4f57-9d3c-0d6c5a1f2b34', networkId: 'x', serverUrl: 'https://x.com', remoteId: '1', handle: '@studio', displayName: 'Studio', state: 'connected', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } } as never as Parameters<typeof checkPost>[1][number]
  const content = { title: '', document, targets: [{ accountId: account.id, variant: null }], media: [], moreParts: [{ id: personId, document, variants: [], media: [] }] }
  expect(partsFor(content, account, capabilitiesOf('x')).map((part) => documentToText(part.document))).toEqual(['Merci Léa Martin !', 'Merci Léa Martin !'])
  expect(checkPost(content, [account], capabilitiesOf, []).filter(({ code }) => code === 'mention_unresolved')).toMatchObject([{ severity: 'warn', accountId: account.id, details: { name: 'Léa Martin' } }])
})

test('a name has no spaces and no sign before it', () => {
  expect(['lea', 'lea.bsky.social', 'lea@mamot.example'].every((handle) => handleSchema.safeParse(handle).success)).toBe(true)
  expect(['@lea', 'Léa Martin', ''].some((handle) => handleSchema.safeParse(handle).success)).toBe(false)
})
