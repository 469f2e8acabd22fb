import { describe, expect, it } from 'vitest'
import { reachOfAccounts } from '../../../shared/accounts/reach-of-accounts.ts'

const away = { networkId: 'bluesky', serverUrl: 'https://bsky.social' } as const
const practice = { networkId: 'practice', serverUrl: 'http://cafe.localhost:4711' } as const
const byHand = { networkId: 'assisted', serverUrl: 'https://www.snapchat.com' } as const

describe('reachOfAccounts', () => {
  it.each([
    ['online', [away], 'all'],
    ['online', [], 'all'],
    ['offline', [away, away], 'none'],
    ['offline', [], 'none'],
    ['offline', [practice, { networkId: 'wordpress', serverUrl: 'http://127.0.0.1:1' }], 'all'],
    ['offline', [practice, away], 'some'],
    ['offline', [{ networkId: 'wordpress', serverUrl: 'https://localhost.example' }], 'none'],
    ['working_offline', [practice], 'none'],
    ['offline', [byHand], 'all'],
    ['working_offline', [byHand], 'all'],
    ['working_offline', [byHand, practice], 'some'],
    ['offline', [byHand, away], 'some']
  ] as const)('%s, %j: %s', (connection, accounts, expected) => {
    expect(reachOfAccounts(connection, accounts)).toBe(expected)
  })
})
