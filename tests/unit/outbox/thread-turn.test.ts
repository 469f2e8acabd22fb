import { expect, test } from 'vitest'
import { jobStates } from '../../../shared/outbox/job.ts'
import { threadTurn } from '../../../shared/outbox/thread-turn.ts'

test('a part leaves only after the one before it is confirmed, with its address', () => {
  const turns = jobStates.map((state) => [state, threadTurn({ state, remoteId: 'r' }).kind])
  expect(turns.filter(([, kind]) => kind === 'go')).toEqual([['published', 'go']])
  expect(turns.filter(([, kind]) => kind === 'never')).toEqual([['cancelled', 'never']])
  expect(threadTurn({ state: 'published', remoteId: 'r' })).toEqual({ kind: 'go', remoteId: 'r' })
  expect(threadTurn({ state: 'published', remoteId: null })).toEqual({ kind: 'lost' })
})
