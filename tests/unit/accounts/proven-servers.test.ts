import { expect, test } from 'vitest'
import { provenServers } from '../../../electron/engine/accounts/proven-servers.ts'

test('counts the servers of connected accounts, and no address that a person wrote down to publish by hand', () => {
  expect(
    provenServers([
      { networkId: 'mastodon', serverUrl: 'https://social.example' },
      { networkId: 'wordpress', serverUrl: 'https://blog.example/wp/' },
      { networkId: 'assisted', serverUrl: 'https://www.tiktok.com' },
      { networkId: 'practice', serverUrl: 'practice' }
    ])
  ).toEqual(['https://social.example', 'https://blog.example'])
})
