import { describe, expect, it } from 'vitest'
import { serverOfAccount } from '../../../electron/engine/networks/bluesky/bluesky-mapping.ts'
import { toServerAddress } from '../../../electron/engine/networks/server-address.ts'

describe('toServerAddress', () => {
  it.each([
    ['mastodon.example', 'https://mastodon.example'],
    ['https://mastodon.example/', 'https://mastodon.example'],
    [' HTTPS://Mastodon.Example ', 'https://mastodon.example'],
    ['http://mastodon.example', 'https://mastodon.example'],
    ['@lea@mastodon.example', 'https://mastodon.example'],
    ['lea@mastodon.example', 'https://mastodon.example'],
    ['blog.example/fr/', 'https://blog.example/fr'],
    ['localhost:8080', 'http://localhost:8080'],
    ['127.0.0.1:8080/blog', 'http://127.0.0.1:8080/blog'],
    ['http://[::1]:80/x', 'http://[::1]/x']
  ])('%s is %s', (typed, address) => {
    expect(toServerAddress(typed)).toEqual({ ok: true, value: address })
  })

  it.each(['', '   ', 'ftp://x.example', 'javascript:alert(1)', 'https://a:b@x.example', 'not an address'])('refuses %j', (typed) => {
    expect(toServerAddress(typed)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'address_refused' } } })
  })
})

describe('serverOfAccount', () => {
  const document = (serviceEndpoint: unknown): unknown => ({ service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint }] })

  it('takes the server of a DID document when it may be talked to', () => {
    expect(serverOfAccount(document('https://pds.example/'))).toBe('https://pds.example')
    expect(serverOfAccount(document('http://localhost:2583'))).toBe('http://localhost:2583')
    for (const endpoint of ['http://pds.example', 'file:///etc', 'nonsense', 7]) expect(serverOfAccount(document(endpoint))).toBeNull()
    expect(serverOfAccount(undefined)).toBeNull()
  })
})
