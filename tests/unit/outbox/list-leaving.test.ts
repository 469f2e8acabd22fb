import { expect, test } from 'vitest'
import type { JobRecord } from '../../../electron/engine/outbox/job-record.ts'
import { listLeaving } from '../../../electron/engine/outbox/list-leaving.ts'

const job = (accountId: string): JobRecord => ({ id: accountId, kind: 'publish_post', accountId, postId: 'p', conversationId: null, excerpt: 'Low tide', nextAttemptAt: 1, dueAt: 1 }) as Partial<JobRecord> as JobRecord

test('a post waits for a connection only when none of its accounts can be reached', () => {
  const waits = (reachable: readonly string[]) => listLeaving([job('here'), job('away')], 'w', { canReach: (accountId) => reachable.includes(accountId), isByHand: () => false, bansAuthors: () => false }).map((entry) => entry.waitsForConnection)
  expect([waits([]), waits(['here']), waits(['away']), waits(['here', 'away'])]).toEqual([[true], [false], [false], [false]])
})

test('a post is the person’s to publish only when it is so on all of its accounts', () => {
  const byHand = (hands: readonly string[]) => listLeaving([job('one'), job('two')], 'w', { canReach: () => true, isByHand: (accountId) => hands.includes(accountId), bansAuthors: () => false }).map((entry) => entry.byHand === true)
  expect([byHand([]), byHand(['one']), byHand(['one', 'two'])]).toEqual([[false], [false], [true]])
})

test('a block is called a ban where its network bans', () => {
  const isBan = (kind: JobRecord['kind'], bans: boolean) => listLeaving([{ ...job('one'), kind, postId: null }], 'w', { canReach: () => true, isByHand: () => false, bansAuthors: () => bans })[0]?.isBan === true
  expect([isBan('block', true), isBan('unblock', true), isBan('block', false), isBan('mute', true)]).toEqual([true, true, false, false])
})
