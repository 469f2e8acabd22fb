import { expect, test } from 'vitest'
import type { JobRecord } from '../../../electron/engine/outbox/job-record.ts'
import { listLeaving } from '../../../electron/engine/outbox/list-leaving.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'

const job = (accountId: string): JobRecord => ({ id: accountId, kind: 'publish_post', accountId, postId: 'p', conversationId: null, excerpt: 'Low tide', nextAttemptAt: 1, dueAt: 1 }) as Partial<JobRecord> as JobRecord

test('a post waits for a connection only when none of its accounts can be reached', () => {
  const waits = (reachable: readonly string[]) => listLeaving([job('here'), job('away')], 'w', { canReach: (accountId) => reachable.includes(accountId), isByHand: () => false, networkOf: () => 'mastodon' }).map((entry) => entry.waitsForConnection)
  expect([waits([]), waits(['here']), waits(['away']), waits(['here', 'away'])]).toEqual([[true], [false], [false], [false]])
})

test('a post is the person’s to publish only when it is so on all of its accounts', () => {
  const byHand = (hands: readonly string[]) => listLeaving([job('one'), job('two')], 'w', { canReach: () => true, isByHand: (accountId) => hands.includes(accountId), networkOf: () => 'mastodon' }).map((entry) => entry.byHand === true)
  expect([byHand([]), byHand(['one']), byHand(['one', 'two'])]).toEqual([[false], [false], [true]])
})

test('an act is called what its network calls it', () => {
  const wordOf = (kind: JobRecord['kind'], networkId: NetworkId) => listLeaving([{ ...job('one'), kind, postId: null }], 'w', { canReach: () => true, isByHand: () => false, networkOf: () => networkId })[0]?.word
  expect([wordOf('block', 'telegram'), wordOf('unblock', 'telegram'), wordOf('block', 'mastodon'), wordOf('mute', 'mastodon')]).toEqual(['ban', 'unban', undefined, undefined])
  expect([wordOf('mute', 'discord'), wordOf('unmute', 'telegram'), wordOf('publish_post', 'telegram')]).toEqual(['silence', 'unsilence', undefined])
  expect([wordOf('mute', 'reddit'), wordOf('unmute', 'reddit'), wordOf('ban', 'reddit'), wordOf('block', 'reddit')]).toEqual(['mute_mail', 'unmute_mail', undefined, undefined])
})
