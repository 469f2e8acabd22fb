import { expect, test } from 'vitest'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds, type NetworkId } from '../../../shared/networks/network-id.ts'
import { postStatus } from '../../../shared/posts/post-status.ts'
import { removalOffer } from '../../../shared/published/removal-offer.ts'
import { decisionsFor } from '../../../renderer/features/queue/job-decisions.ts'
import { outByAccount } from '../../../renderer/features/published/removable.ts'

const day = 24 * 60 * 60_000
const offer = (networkId: NetworkId | null, more: { readonly remoteId?: string | null; readonly now?: number; readonly removedAt?: number } = {}) =>
  removalOffer({ account: networkId === null ? null : { networkId }, job: { finishedAt: 0, ...(more.removedAt === undefined ? {} : { removedAt: more.removedAt }) }, remoteId: 'r', now: 1, ...more })

test('what can be deleted is what its network lets programs delete, while it does, and that Vigie can name', () => {
  expect(offer('mastodon')).toBe('yes')
  expect(offer('mastodon', { remoteId: null })).toBe('unnamed')
  expect(offer('mastodon', { removedAt: 5 })).toBe('removed')
  expect(offer(null)).toBe('account_gone')
  expect(offer('assisted')).toBe('by_hand')
  expect([offer('instagram'), offer('tiktok')]).toEqual(['not_by_interface', 'not_by_interface'])
  expect([offer('telegram', { now: 2 * day }), offer('telegram', { now: 2 * day + 1 })]).toEqual(['yes', 'too_late'])
})

test('every network says whether it deletes posts, where that was read and when', () => {
  for (const id of networkIds) {
    const { offer: { source, readOn }, within } = capabilitiesOf(id).removal
    expect(source).toMatch(/^(https:\/\/|electron\/|shared\/)/)
    expect([readOn, within?.readOn ?? readOn].every((date) => /^2026-11-2\d$/.test(date))).toBe(true)
  }
})

test('a post is deleted once all that was out of it is', () => {
  const job = { accountId: 'a', state: 'published', attempts: 1, failure: null, nextAttemptAt: null, handOver: null } as const
  expect(postStatus(['a', 'b'], [{ ...job, removedAt: 5 }, { ...job, accountId: 'b' }])).toBe('published')
  expect(postStatus(['a', 'b'], [{ ...job, removedAt: 5 }, { ...job, accountId: 'b', removedAt: 6 }])).toBe('removed')
})

test('of a deletion nobody is asked whether it is there, and each account is one line that says what stays', () => {
  expect(decisionsFor({ state: 'unknown_outcome', failure: null, about: { jobId: 'j', postId: 'p' } })).toEqual(['look_again', 'drop'])
  const part = { jobId: 'j', accountId: 'a', excerpt: '', remoteUrl: null, publishedAt: 0, removedAt: null, removal: 'yes', edit: 'yes', pin: 'yes', pinned: null, editedAt: null, underWay: null } as const
  expect(outByAccount([part, { ...part, removal: 'too_late' }, { ...part, accountId: 'b', removal: 'removed' }])).toMatchObject([{ accountId: 'a', count: 1, stays: 'too_late', isUnderWay: false }])
})
