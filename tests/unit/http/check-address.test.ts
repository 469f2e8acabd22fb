import { describe, expect, it } from 'vitest'
import { addressKind } from '../../../electron/engine/http/address-kind.ts'
import { checkAddress } from '../../../electron/engine/http/check-address.ts'
import { createGuardedLookup } from '../../../electron/engine/http/guarded-lookup.ts'

const forUsers = { privateAddresses: 'allowed', loopbackIsAllowed: false } as const
const forFeeds = { privateAddresses: 'refused', loopbackIsAllowed: false } as const

describe('addressKind', () => {
  it.each([
    ['127.0.0.1', 'loopback'], ['127.255.1.2', 'loopback'], ['::1', 'loopback'], ['::ffff:127.0.0.1', 'loopback'], ['::ffff:7f00:1', 'loopback'], ['64:ff9b::7f00:1', 'loopback'],
    ['10.1.2.3', 'private'], ['172.16.0.1', 'private'], ['172.31.255.255', 'private'], ['192.168.1.1', 'private'], ['169.254.169.254', 'private'], ['100.64.0.1', 'private'],
    ['0.0.0.0', 'private'], ['224.0.0.1', 'private'], ['255.255.255.255', 'private'], ['::', 'private'], ['64:ff9b:1::7f00:1', 'private'], ['64:ff9b:1:0:a00:1::', 'private'], ['fc00::1', 'private'], ['fe80::1', 'private'], ['ff02::1', 'private'],
    ['::ffff:10.0.0.1', 'private'], ['::ffff:c0a8:101', 'private'], ['::10.0.0.1', 'private'], ['2002:c0a8:101::', 'private'], ['nonsense', 'private'],
    ['8.8.8.8', 'public'], ['172.32.0.1', 'public'], ['2606:4700::1111', 'public'], ['::ffff:8.8.8.8', 'public']
  ])('%s is %s', (address, kind) => {
    expect(addressKind(address)).toBe(kind)
  })
})

describe('checkAddress', () => {
  it.each(['https://example.org/', 'https://192.168.1.5/', 'http://127.0.0.1:8080/', 'http://localhost/', 'http://blog.localhost/', 'http://[::1]:3/', 'https://localhost/'])('lets a user reach %s', (address) => {
    expect(checkAddress(address, forUsers).ok).toBe(true)
  })

  it.each([
    ['http://example.org/', 'not_https'], ['http://192.168.1.5/', 'not_https'], ['http://localhost.example.org/', 'not_https'], ['http://127.0.0.1.example.org/', 'not_https'], ['ftp://example.org/', 'scheme'],
    ['javascript:alert(1)', 'scheme'], ['https://a:b@example.org/', 'credentials'], ['https://token@example.org/', 'credentials'], ['example.org', 'not_an_address'], ['', 'not_an_address'], ['http://0.0.0.0/', 'not_https']
  ])('refuses %s: %s', (address, reason) => {
    expect(checkAddress(address, forUsers)).toMatchObject({ ok: false, error: { code: 'address_refused', details: { reason } } })
  })

  it.each(['https://192.168.1.5/', 'https://10.0.0.1/', 'https://169.254.169.254/latest/', 'http://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'https://[fd00::1]/', 'https://2130706433/', 'https://0x7f.1/'])(
    'refuses %s for addresses that strangers chose',
    (address) => {
      expect(checkAddress(address, forFeeds)).toMatchObject({ ok: false, error: { details: { reason: 'private' } } })
    }
  )

  it('reaches sites without https where the request says so, and nothing else by that way', () => {
    const plain = { ...forFeeds, plainHttp: 'allowed' } as const
    expect(checkAddress('http://example.org/feed', plain)).toMatchObject({ ok: true, reach: ['public'] })
    expect(checkAddress('http://www.example.org/', plain, new URL('http://example.org/')).ok).toBe(true)
    expect(checkAddress('https://example.org/', plain, new URL('http://example.org/')).ok).toBe(true)
    expect(checkAddress('http://example.org/', plain, new URL('https://example.org/'))).toMatchObject({ ok: false, error: { details: { reason: 'not_https' } } })
    for (const address of ['http://192.168.1.1/', 'http://0.0.0.0/', 'http://169.254.169.254/latest/', 'http://127.0.0.1/', 'http://localhost/', 'http://[::1]/', 'http://[fd00::1]/', 'http://2130706433/']) {
      expect(checkAddress(address, plain), address).toMatchObject({ ok: false, error: { details: { reason: 'private' } } })
      expect(checkAddress(address, plain, new URL('http://example.org/')), address).toMatchObject({ ok: false, error: { details: { reason: 'private' } } })
    }
    expect(checkAddress('http://a:b@example.org/', plain)).toMatchObject({ ok: false, error: { details: { reason: 'credentials' } } })
  })

  it('lets development reach loopback where private addresses are refused', () => {
    expect(checkAddress('http://127.0.0.1:8080/', { ...forFeeds, loopbackIsAllowed: true }).ok).toBe(true)
    expect(checkAddress('https://10.0.0.1/', { ...forFeeds, loopbackIsAllowed: true }).ok).toBe(false)
  })

  it('never lets a redirect drop https or lead from outside into this computer', () => {
    const outside = new URL('https://example.org/')
    expect(checkAddress('https://localhost/', forUsers, outside).ok).toBe(false)
    expect(checkAddress('http://localhost/', forUsers, outside).ok).toBe(false)
    expect(checkAddress('https://www.example.org/', forUsers, outside).ok).toBe(true)
    expect(checkAddress('http://127.0.0.1:2/', forUsers, new URL('http://127.0.0.1:1/')).ok).toBe(true)
  })
})

describe('createGuardedLookup', () => {
  const resolve = (name: string, reach: Parameters<typeof createGuardedLookup>[0]): Promise<string> =>
    new Promise((done) => createGuardedLookup(reach)(name, { all: true }, (error, addresses) => done(error === null ? JSON.stringify(addresses) : `${error.code}`)))

  it('hides a name that leads out of reach, whatever it is called', async () => {
    expect(await resolve('localhost', ['public'])).toBe('VIGIE_OUT_OF_REACH')
    expect(await resolve('localhost', ['loopback'])).toMatch(/127\.0\.0\.1|::1/)
  })
})
