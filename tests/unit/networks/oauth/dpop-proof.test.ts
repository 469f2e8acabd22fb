import { describe, expect, it } from 'vitest'
import { createEs256Key, es256KeySchema, signEs256 } from '../../../../electron/engine/es256.ts'
import { createDpopProof, type ProvenRequest } from '../../../../electron/engine/networks/oauth/dpop-proof.ts'
import { systemRandom } from '../../../../electron/engine/system-random.ts'
import { readDpopProof, type ReadProof } from '../../../support/read-dpop-proof.ts'

const key = createEs256Key()
const clock = { now: () => Date.UTC(2026, 10, 21, 10, 0, 0, 999) }
const request: ProvenRequest = { method: 'POST', url: 'https://pds.example/xrpc/com.atproto.repo.putRecord', accessToken: null, nonce: null }

const prove = (changes: Partial<ProvenRequest> = {}): ReadProof => readDpopProof(createDpopProof(key, { ...request, ...changes }, { clock, random: systemRandom }))

describe('a proof that the key is held (RFC 9449)', () => {
  it('is signed by the key whose public half it shows, and shows nothing of the private one', () => {
    const { header, isValid } = prove()
    expect(isValid).toBe(true)
    expect(header).toEqual({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256', x: key.x, y: key.y } })
  })

  it('is not valid under another key, or for other claims', () => {
    const [header, claims, signature] = createDpopProof(key, request, { clock, random: systemRandom }).split('.') as [string, string, string]
    const other = createEs256Key()
    const otherHeader = Buffer.from(JSON.stringify({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256', x: other.x, y: other.y } })).toString('base64url')
    expect(readDpopProof(`${otherHeader}.${claims}.${signature}`).isValid).toBe(false)
    const otherClaims = Buffer.from(JSON.stringify({ htm: 'GET' })).toString('base64url')
    expect(readDpopProof(`${header}.${otherClaims}.${signature}`).isValid).toBe(false)
  })

  it('names the request by method and address, without its query, in seconds', () => {
    const { claims } = prove({ method: 'GET', url: 'https://pds.example:8443/xrpc/a.b.c?repo=did%3Aplc%3Ax#part' })
    expect(claims).toEqual({ jti: expect.stringMatching(/^[0-9a-f-]{36}$/), htm: 'GET', htu: 'https://pds.example:8443/xrpc/a.b.c', iat: Date.UTC(2026, 10, 21, 10) / 1000 })
  })

  it('never has the same id twice', () => {
    expect(new Set(Array.from({ length: 50 }, () => prove().claims['jti'])).size).toBe(50)
  })

  it('repeats the server’s nonce', () => {
    expect(prove({ nonce: 'n-0' }).claims['nonce']).toBe('n-0')
  })

  it('names the access token by its hash, as in the example of the standard (section 7.1)', () => {
    expect(prove({ accessToken: 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU' }).claims['ath']).toBe('fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo')
  })
})

describe('a key', () => {
  it('is another one each time, and comes back whole from the keychain’s JSON', () => {
    expect(createEs256Key().d).not.toBe(key.d)
    const back = es256KeySchema.parse(JSON.parse(JSON.stringify(key)))
    expect(readDpopProof(createDpopProof(back, request, { clock, random: systemRandom })).isValid).toBe(true)
    expect(Buffer.from(signEs256(back, 'text'), 'base64url')).toHaveLength(64)
  })
})
