import { expect, test } from 'vitest'
import { createIntents } from '../../torture/intents.ts'
import type { LedgerJob } from '../../torture/ledger.ts'
import type { Publication } from '../../torture/networks/torture-network.ts'
import { judgeRemovals } from '../../torture/tally-removals.ts'

interface Wish {
  readonly state: LedgerJob['state'] | null
  readonly isWithdrawn?: boolean
  readonly wasSent?: boolean
  readonly chain?: string
}

/** So many wishes to delete posts of the same words, and how often the network deleted one. */
function judge(wishes: readonly Wish[], times: number) {
  const intents = createIntents()
  const jobs = new Map<string, LedgerJob>()
  for (const [index, { state, isWithdrawn, wasSent, chain }] of wishes.entries()) {
    const jobId = `job ${index}`
    intents.addRemovals([{ jobId, workspaceId: 'w', accountId: 'a', mark: 'Post 1', about: 'a post', chain: chain ?? jobId, acknowledgedAt: 0 }])
    if (isWithdrawn === true) intents.withdraw([jobId])
    if (state !== null) jobs.set(jobId, { id: jobId, state, first_sent_at: wasSent === true ? 1 : null } as LedgerJob)
  }
  const removed: Publication[] = Array.from({ length: times }, (_, number) => ({ kind: 'header_key', account: 'lea', text: 'Post 1 merci', parent: null, number }))
  const record = { publications: [], removed, standings: [], arrived: [], faults: [], history: [] }
  return judgeRemovals({ intents, accountOf: new Map([['a', { kind: 'header_key', account: 'lea' }]]), record, jobs, seen: new Map(), removed: new Map() })
}

const none = { asked: 0, gone: 0, takenBack: 0, goneWithCopy: 0, unknown: 0, lost: 0, stillThere: 0, uncalled: 0 }

test('what was deleted once for each word that was kept is right', () => {
  expect(judge([{ state: 'published' }, { state: 'published' }], 2)).toEqual({ removals: { ...none, asked: 2, gone: 2 }, wrong: [] })
  expect(judge([{ state: 'cancelled', isWithdrawn: true }], 0)).toEqual({ removals: { ...none, asked: 1, takenBack: 1 }, wrong: [] })
})

test('said to be gone and still there, and gone without a word, are told apart', () => {
  expect(judge([{ state: 'published' }], 0).removals).toEqual({ ...none, asked: 1, gone: 1, stillThere: 1 })
  expect(judge([], 1)).toEqual({ removals: { ...none, uncalled: 1 }, wrong: [{ key: 'header_key lea Post 1', jobIds: [], complaint: 'header_key lea Post 1: deleted 1 times there, the ledger says of its deletions ' }] })
})

test('taken back before it left it may not happen; on the wire it may', () => {
  expect(judge([{ state: 'cancelled', isWithdrawn: true }], 1).removals.uncalled).toBe(1)
  expect(judge([{ state: 'cancelled', isWithdrawn: true, wasSent: true }], 1).removals.uncalled).toBe(0)
})

test('a wish that the ledger does not know, does not end, or ends by itself is lost', () => {
  for (const state of [null, 'queued', 'failed', 'cancelled'] as const) expect(judge([{ state }], 0).removals.lost).toBe(1)
  // But with the one before it in its thread.
  expect(judge([{ state: 'cancelled', isWithdrawn: true, chain: 'thread' }, { state: 'cancelled', chain: 'thread' }], 0).removals).toEqual({ ...none, asked: 2, takenBack: 2 })
})
