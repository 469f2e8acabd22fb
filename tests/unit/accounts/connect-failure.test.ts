import { describe, expect, it } from 'vitest'
import { connectFailure } from '../../../electron/engine/accounts/connect-failure.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'

function told(networkId: NetworkId, host: string, serverUrl = '', reason = 'name_not_found'): unknown {
  return connectFailure(studioError('unreachable', reason, { retryable: true, details: { host, reason } }), capabilitiesOf(networkId), serverUrl).details
}

describe('connectFailure', () => {
  it.each([
    ['youtube', 'oauth2.googleapis.com', '', 'YouTube'],
    ['telegram', 'api.telegram.org', 'https://api.telegram.org', 'Telegram'],
    ['discord', 'discord.com', 'https://discord.com', 'Discord'],
    ['bluesky', 'bsky.social', 'https://bsky.social', 'Bluesky'],
    ['bluesky', 'plc.directory', 'pds.example', 'Bluesky']
  ] as const)('%s at %s, which nobody typed, is out of reach', (networkId, host, serverUrl, network) => {
    for (const reason of ['name_not_found', 'no_route', 'refused', 'cut', 'certificate', 'other']) expect(told(networkId, host, serverUrl, reason)).toMatchObject({ network, reason: 'network_not_reached' })
  })

  it('leaves what a proxy says, and what is no question of the connection', () => {
    expect(told('youtube', 'oauth2.googleapis.com', '', 'proxy_login')).toEqual({ host: 'oauth2.googleapis.com', reason: 'proxy_login' })
    const late = studioError('timeout', 'late', { details: { host: 'oauth2.googleapis.com', reason: 'no_answer' } })
    expect(connectFailure(late, capabilitiesOf('youtube'), '')).toEqual(late)
  })

  it.each([
    ['mastodon', 'bolg.example', 'bolg.example', 'bolg.example'],
    ['mastodon', 'xn--e28h', '😀', '😀'],
    ['mastodon', 'xn--caf-dma.example:8443', '@lea@Café.example:8443', 'café.example:8443'],
    ['wordpress', 'xn--caf-dma.example', 'https://café.example/blog/', 'café.example'],
    ['bluesky', 'pds.example', 'pds.example', 'pds.example']
  ] as const)('%s at %s is said to be not found as it was typed: %s', (networkId, host, serverUrl, shown) => {
    expect(told(networkId, host, serverUrl)).toEqual({ host: shown, reason: 'typed_name_not_found' })
  })

  it('a host that a typed server led to is not said to be mistyped', () => {
    expect(told('wordpress', 'xn--pple-43d.example', 'blog.example')).toEqual({ host: 'xn--pple-43d.example', reason: 'name_not_found' })
  })
})
