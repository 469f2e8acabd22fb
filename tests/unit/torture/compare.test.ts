import { expect, test } from 'vitest'
import { createIntents } from '../../torture/intents.ts'
import type { LedgerJob } from '../../torture/ledger.ts'
import { compare, outcomeIn } from '../../torture/tally-facts.ts'

const job = (id: string, state: LedgerJob['state'], sentAt: number | null = null): LedgerJob => ({ id, state, first_sent_at: sentAt }) as LedgerJob

function judge(jobs: readonly LedgerJob[], times: number, prepare: (intents: ReturnType<typeof createIntents>) => void = () => undefined) {
  const intents = createIntents()
  prepare(intents)
  const known = new Map(jobs.map((each) => [each.id, each]))
  const { published, duplicates, lost, unknown, withdrawn, gone, needless, ghosts } = compare(intents, jobs.map((each) => ({ job: each, outcome: outcomeIn({ jobs: known, intents }, each.id, intents.isWithdrawn(each.id)) })), times, true)
  return { published, duplicates, lost, unknown, withdrawn, gone, needless, ghosts }
}

const none = { published: 0, duplicates: 0, lost: 0, unknown: 0, withdrawn: 0, gone: 0, needless: 0, ghosts: 0 }

test('what is gone with a copy may be there once, and never twice', () => {
  for (const [times, duplicates] of [[0, 0], [1, 0], [2, 1]] as const) expect(judge([job('1', 'queued')], times, (intents) => intents.goWithCopy(['1']))).toEqual({ ...none, gone: 1, duplicates })
})

test('what went with its client is there at most once where that was said, and else not at all', () => {
  expect(judge([job('1', 'sending', 1)], 1, (intents) => intents.goWithClient('w', ['1'], []))).toEqual({ ...none, gone: 1 })
  expect(judge([job('1', 'queued')], 1, (intents) => intents.goWithClient('w', ['1'], ['1']))).toEqual({ ...none, gone: 1, ghosts: 1 })
})

test('what stood open in an older copy may have left before it was taken back, and may stay unknown', () => {
  const doubt = (intents: ReturnType<typeof createIntents>): void => {
    intents.doubt(['1'])
    intents.withdraw(['1'])
  }
  expect(judge([job('1', 'cancelled')], 1, doubt)).toEqual({ ...none, withdrawn: 1 })
  expect(judge([job('1', 'cancelled')], 1, (intents) => intents.withdraw(['1']))).toEqual({ ...none, withdrawn: 1, ghosts: 1 })
  expect(judge([job('1', 'unknown_outcome', 1)], 1, (intents) => intents.doubt(['1']))).toEqual({ ...none, unknown: 1 })
  expect(judge([job('1', 'unknown_outcome', 1)], 1)).toEqual({ ...none, unknown: 1, needless: 1 })
})
