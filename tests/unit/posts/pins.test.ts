import { expect, test } from 'vitest'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'
import { pinOffer } from '../../../shared/published/pin-offer.ts'
import { pinChoices } from '../../../renderer/features/published/pin-choices.ts'

const out = { account: { networkId: 'mastodon' as const }, job: {}, remoteId: '1' }

test('a post that is out can be pinned where its network has that, and it is told why not', () => {
  const offers = [
    out, { ...out, job: { removedAt: 1 } }, { ...out, account: null }, { ...out, remoteId: null }, { ...out, account: { networkId: 'x' as const } }, { ...out, account: { networkId: 'pinterest' as const } }, { ...out, account: { networkId: 'assisted' as const } },
    { ...out, job: { part: { number: 2, of: 3 } } }, { ...out, job: { part: { number: 1, of: 3 } } }, { ...out, job: { format: 'story' as const } }
  ]
  expect(offers.map(pinOffer)).toEqual(['yes', 'removed', 'account_gone', 'unnamed', 'not_by_interface', 'none_there', 'by_hand', 'not_first', 'yes', 'not_this_kind'])
})

test('a network that pins says where a pinned post stands, and each says why or why not with a source', () => {
  for (const id of networkIds) {
    const { offer, place } = capabilitiesOf(id).pin
    expect([id, place !== undefined, offer.source.length > 0]).toEqual([id, offer.value === 'yes', true])
  }
})

test('what would change nothing, or is in the way, is not offered; where nobody tells how it stands, both are', () => {
  const there = { hindrance: null, instead: null }
  expect([pinChoices({ ...there, isPinned: false }), pinChoices({ ...there, isPinned: true }), pinChoices({ ...there, isPinned: null })]).toEqual([[true], [false], [false, true]])
  expect([pinChoices({ ...there, isPinned: false, hindrance: 'full' }), pinChoices({ ...there, isPinned: null, hindrance: 'full' }), pinChoices({ ...there, isPinned: true, hindrance: 'no_right' })]).toEqual([[], [false], []])
})
