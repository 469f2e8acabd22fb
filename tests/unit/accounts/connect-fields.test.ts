import { expect, test } from 'vitest'
import { connectLimits, textProblems } from '../../../shared/accounts/connect-fields.ts'
import { accountsContract } from '../../../shared/contract/accounts.contract.ts'

const right = { serverUrl: 'https://blog.example', identifier: 'lea', appPassword: 'abcd efgh ijkl' }
const ids = { workspaceId: '0198c5a6-0000-7000-8000-000000000001', networkId: 'wordpress' }
const isTaken = (texts: typeof right): boolean => accountsContract['accounts.connectWithAppPassword'].input.safeParse({ ...ids, ...texts }).success

test('what the contract takes has no problem, and what it refuses has one at its field', () => {
  expect(isTaken(right)).toBe(true)
  expect(textProblems(right)).toEqual({})
  for (const field of ['serverUrl', 'identifier', 'appPassword'] as const) {
    const limit = connectLimits[field]
    const fits = { ...right, [field]: 'a'.repeat(limit) }
    expect([isTaken(fits), textProblems(fits)]).toEqual([true, {}])
    for (const [text, problem] of [['', { kind: 'missing' }], ['  ', { kind: 'missing' }], ['a'.repeat(limit + 1), { kind: 'too_long', limit }]] as const) {
      const wrong = { ...right, [field]: text }
      expect([isTaken(wrong), textProblems(wrong)]).toEqual([false, { [field]: problem }])
    }
  }
})
