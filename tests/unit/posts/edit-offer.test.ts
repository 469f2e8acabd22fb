import { describe, expect, test } from 'vitest'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { contentAfterEdit } from '../../../shared/published/content-after-edit.ts'
import { checkEdit } from '../../../shared/published/check-edit.ts'
import { editableUntil, editOffer } from '../../../shared/published/edit-offer.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { isSameThere, saysWanted } from '../../../shared/published/words-there.ts'

const job = { finishedAt: 0 }
const facts = { account: { networkId: 'mastodon' as const }, job, remoteId: '1', holds: [], now: 3_600_000 }

test('what is out says whether its words can be changed, and why not', () => {
  expect(editOffer(facts)).toBe('yes')
  expect(editOffer({ ...facts, job: { ...job, removedAt: 5 } })).toBe('removed')
  expect(editOffer({ ...facts, account: null })).toBe('account_gone')
  expect(editOffer({ ...facts, remoteId: null })).toBe('unnamed')
  expect(editOffer({ ...facts, account: { networkId: 'bluesky' } })).toBe('not_shown')
  expect(editOffer({ ...facts, account: { networkId: 'threads' } })).toBe('not_by_interface')
  expect(editOffer({ ...facts, account: { networkId: 'assisted' } })).toBe('by_hand')
  expect(editOffer({ ...facts, account: { networkId: 'facebook' }, holds: ['film'] })).toBe('with_film')
  expect(editOffer({ ...facts, account: { networkId: 'facebook' }, job: { ...job, format: 'reel' } })).toBe('not_this_kind')
  expect(editOffer({ ...facts, account: { networkId: 'linkedin' }, job: { ...job, format: 'document' } })).toBe('yes')
  expect(editOffer({ ...facts, account: { networkId: 'facebook' }, job: { ...job, part: { number: 2, of: 2, hasComment: true } } })).toBe('not_this_kind')
  expect(editOffer({ ...facts, account: { networkId: 'discord' }, holds: ['poll'] })).toBe('with_poll')
  expect(editOffer({ ...facts, account: { networkId: 'reddit' }, holds: ['link'] })).toBe('with_link')
  expect(editOffer({ ...facts, account: { networkId: 'reddit' }, holds: [] })).toBe('yes')
})

test('on X words alone are changed, of what answers nothing, and only for thirty minutes', () => {
  const onX = { ...facts, account: { networkId: 'x' as const }, job: { finishedAt: 60_000 }, now: 60_000 + 30 * 60_000 }
  expect([editOffer(onX), editOffer({ ...onX, now: onX.now + 1 })]).toEqual(['yes', 'too_late'])
  expect([editableUntil(onX), editableUntil({ ...onX, account: { networkId: 'mastodon' } }), editableUntil({ ...onX, job: { finishedAt: null } })]).toEqual([onX.now, null, null])
  expect([editOffer({ ...onX, holds: ['film'] }), editOffer({ ...onX, holds: ['poll'] }), editOffer({ ...onX, holds: ['picture', 'image'] }), editOffer({ ...onX, holds: ['link'] })]).toEqual(['with_film', 'with_poll', 'with_image', 'yes'])
  expect([1, 2].map((number) => editOffer({ ...onX, job: { ...onX.job, part: { number, of: 2 } } }))).toEqual(['yes', 'is_answer'])
  // Reddit's picture posts are a title and the picture.
  expect(editOffer({ ...facts, account: { networkId: 'reddit' }, holds: ['picture', 'image'] })).toBe('with_picture')
})

test('every network has its rule, with where that is written', () => {
  // A title is another, stays for a reason, or is none.
  for (const id of networkIds) {
    const { hasTitle, edit } = capabilitiesOf(id)
    if (edit.offer.value === 'yes') expect([id, edit.title === true || edit.titleStays !== undefined]).toEqual([id, hasTitle])
  }
  for (const id of networkIds) expect([id, capabilitiesOf(id).edit.offer.source.length > 0]).toEqual([id, true])
})

describe('the post says what stands on an account after an edit', () => {
  const document = textToDocument('Un')
  const second = { id: 'p2', document: textToDocument('Duex'), variants: [], media: [] }
  const content = (...targets: string[]): PostContent => ({ title: '', document, targets: targets.map((accountId) => ({ accountId, variant: null })), media: [] })
  const edited = { accountId: 'a', part: null, title: '', document: textToDocument('Deux') }

  test('as its text where the account is alone, else as a text of its own', () => {
    expect(contentAfterEdit(content('a'), edited)).toEqual({ ...content('a'), document: edited.document })
    expect(contentAfterEdit(content('a', 'b'), edited)?.targets).toEqual([{ accountId: 'a', variant: edited.document }, { accountId: 'b', variant: null }])
    expect(contentAfterEdit(content('b'), edited)).toBeNull()
  })

  test('in the part that was changed, and nowhere when the account got all parts as one', () => {
    expect(contentAfterEdit({ ...content('a'), moreParts: [second] }, { ...edited, part: 2 })?.moreParts).toEqual([{ ...second, document: edited.document }])
    expect(contentAfterEdit({ ...content('a', 'b'), moreParts: [second] }, { ...edited, part: 2 })?.moreParts).toEqual([{ ...second, variants: [{ accountId: 'a', document: edited.document }] }])
    expect(contentAfterEdit({ ...content('a'), moreParts: [second] }, { ...edited, part: 3 })).toBeNull()
    expect(contentAfterEdit({ ...content('a'), moreParts: [second] }, edited)).toBeNull()
  })

  test('in the parts that say it, where the account got all of them as one', () => {
    const third = { ...second, id: 'p3', document: textToDocument('Trois') }
    const all = (...targets: string[]): PostContent => ({ ...content(...targets), moreParts: [second, third] })
    const said = (after: PostContent | null): unknown => [after?.document, ...(after?.moreParts ?? []).map((part) => part.document)].map((one) => (one === undefined ? null : documentToText(one)))
    const now = (text: string) => ({ ...edited, document: textToDocument(text) })
    expect(said(contentAfterEdit(all('a'), now('Un\n\nDeux\n\nTrois')))).toEqual(['Un', 'Deux', 'Trois'])
    expect(said(contentAfterEdit(all('a'), now('Un\n\nDuex\n\net demi\n\nTrois')))).toEqual(['Un', 'Duex', 'et demi\n\nTrois'])
    expect(said(contentAfterEdit(all('a'), now('1\n\n2\n\n3\n\n4')))).toEqual(['1', '2', '3\n\n4'])
    expect(contentAfterEdit(all('a'), now('1\n\n2'))).toBeNull()
    // The others keep their words, and what is the same stays common.
    const after = contentAfterEdit(all('a', 'b'), now('Un\n\nDeux\n\nTrois'))
    expect(after).toEqual({ ...all('a', 'b'), moreParts: [{ ...second, variants: [{ accountId: 'a', document: textToDocument('Deux') }] }, third] })
    // A comment of its own is none of them.
    const comment = { ...third, isComment: true as const }
    expect(said(contentAfterEdit({ ...content('a'), moreParts: [comment] }, now('1\n\n2')))).toEqual(['1\n\n2', 'Trois'])
  })
})

test('what networks do to the ends of lines is no change by somebody, a line break is', () => {
  expect(isSameThere({ text: 'Un \r\nDeux\n' }, { text: 'Un\nDeux' })).toBe(true)
  expect(isSameThere({ text: 'Un Deux' }, { text: 'Un\nDeux' })).toBe(false)
  expect(isSameThere({ title: 'A', text: 'x' }, { title: 'B', text: 'x' })).toBe(false)
  expect(isSameThere({ text: 'x' }, { title: 'B', text: 'x' })).toBe(true)
  expect(saysWanted({ text: '**x**', textAsSent: '**x**' }, { title: '', text: 'x' }, false)).toBe(true)
})

test('words that cannot stand there are told before anything is asked', () => {
  const account = { networkId: 'mastodon' as const, remoteId: '1', serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const sent = { title: '', document: textToDocument('Bonjuor') }
  const check = (text: string, more = {}) => checkEdit({ account, sent, isOtherThere: false, hasTitle: false, edited: { title: '', document: textToDocument(text) }, hasMedia: false, ...more })
  expect([check('Bonjour'), check('Bonjuor'), check('Bonjuor', { isOtherThere: true }), check(''), check('', { hasMedia: true }), check('x'.repeat(501))]).toEqual([null, 'same_words', null, 'empty', null, 'too_long'])
})
