import { describe, expect, it } from 'vitest'
import { reachOfAccounts } from '../../../shared/accounts/reach-of-accounts.ts'

const away = { serverUrl: 'https://bsky.social' }
const practice = { serverUrl: 'http://cafe.localhost:4711' }

describe('reachOfAccounts', () => {
  it.each([
    ['online', [away], 'all'],
    ['online', [], 'all'],
    ['offline', [away, away], 'none'],
    ['offline', [], 'none'],
    ['offline', [practice, { serverUrl: 'http://127.0.0.1:1' }], 'all'],
    ['offline', [practice, away], 'some'],
    ['offline', [{ serverUrl: 'https://localhost.example' }], 'none'],
    ['working_offline', [practice], 'none']
  ] as const)('%s, %j: %s', (connection, accounts, expected) => {
    expect(reachOfAccounts(connection, accounts)).toBe(expected)
  })
})
