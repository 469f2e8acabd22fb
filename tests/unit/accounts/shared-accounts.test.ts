import { expect, it } from 'vitest'
import { createSharedAccounts } from '../../../electron/engine/accounts/shared-accounts.ts'

it('a client whose file cannot be read leaves what the others say of an account as it is', () => {
  const logged: string[] = []
  const shared = createSharedAccounts({ info: () => undefined, warning: () => undefined, error: (text) => void logged.push(text) })
  shared.join('damaged', () => {
    throw new Error('database disk image is malformed')
  })
  const leave = shared.join('other', ({ remoteId }) => remoteId === '7')
  shared.join('own', () => true)
  const account = { networkId: 'bluesky', serverUrl: 'https://server.example', remoteId: '7' } as const
  expect(shared.alsoAt('own', account)).toEqual(['other'])
  expect(shared.alsoAt('own', { ...account, remoteId: '8' })).toEqual([])
  expect(logged).toEqual([expect.stringMatching(/workspace damaged .*malformed/), expect.stringMatching(/workspace damaged .*malformed/)])
  leave()
  expect(shared.alsoAt('own', account)).toEqual([])
})
