import { expect, test } from 'vitest'
import { lookDelays } from '../../../electron/engine/outbox/retry-times.ts'
import { looksUntilSure, mayHaveArrived } from '../../../shared/outbox/may-have-arrived.ts'
import type { JobAttempt } from '../../../shared/outbox/job.ts'

type Made = Pick<JobAttempt, 'step' | 'outcome'>
const send = (outcome: JobAttempt['outcome']): Made => ({ step: 'send', outcome })
const look = (outcome: JobAttempt['outcome']): Made => ({ step: 'look_up', outcome })
const none = look('not_found')

test.each<[string, readonly Made[], boolean]>([
  ['never sent', [], false],
  ['refused', [send('failed')], false],
  ['no connection', [send('offline')], false],
  ['no clear answer', [send('unknown')], true],
  ['cut off', [send('interrupted')], true],
  ['looked for once', [send('unknown'), none], true],
  ['looked for often enough', [send('unknown'), none, none, none, none], false],
  ['looked for often, and one look could not tell', [send('unknown'), none, none, look('unknown'), none, none], true],
  ['looked for, and sent again into silence', [send('unknown'), none, none, none, none, send('unknown')], true],
  ['refused after an unclear one', [send('unknown'), none, send('failed')], true],
  ['found', [send('unknown'), look('published')], false]
])('%s', (_what, attempts, expected) => {
  expect(mayHaveArrived(attempts)).toBe(expected)
})

test('as many looks as the outbox makes', () => {
  expect(looksUntilSure).toBe(lookDelays.length)
})
