import { expect, it } from 'vitest'
import { createEs256Key } from '../../electron/engine/es256.ts'
import { writeBlueskySecret } from '../../electron/engine/networks/bluesky/bluesky-secret.ts'
import { sha256Of } from '../../electron/engine/sha256.ts'
import { createSession } from '../support/adapter-session.ts'
import { readDpopProof } from '../support/read-dpop-proof.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createFakeBluesky, fakeBlueskyDid } from './fake-bluesky.ts'
import type { FakeAnswer, FakeNetwork, FakeRequest } from './fake-network.ts'
import { describeAdapterContract } from './network-adapter.contract.ts'

const accessToken = 'top-secret-access-of-the-browser'
const key = createEs256Key()
const bluesky = adaptersUnderTest.find(({ name }) => name === 'Bluesky')!

/** Why a server would refuse the request; null: it would not. No proof may come twice. */
function objectionTo({ method, path, headers }: FakeRequest, origin: string, seen: Set<unknown>): string | null {
  if (headers['authorization'] !== `DPoP ${accessToken}`) return 'another token'
  const { header, claims, isValid } = readDpopProof(headers['dpop'] ?? '')
  const { jti, htm, htu, ath } = claims
  if (!isValid || header.jwk.x !== key.x || header.jwk.d !== undefined) return 'another key'
  if (htm !== method || htu !== `${origin}${path}` || ath !== sha256Of(accessToken).toString('base64url')) return 'for another call'
  if (seen.has(jti)) return 'used before'
  seen.add(jti)
  return null
}

/** A server that takes nothing without a proof of the key. */
function asksForProof(network: FakeNetwork): FakeNetwork {
  const seen = new Set<unknown>()
  return {
    ...network,
    answer(request, origin): FakeAnswer {
      const objection = objectionTo(request, origin, seen)
      return objection === null ? network.answer(request, origin) : { status: 401, json: { error: 'invalid_token', message: objection }, headers: { 'www-authenticate': 'DPoP error="invalid_token"' } }
    }
  }
}

describeAdapterContract({
  ...bluesky,
  name: 'Bluesky, logged in to with the browser',
  createNetwork: () => asksForProof(createFakeBluesky()),
  createSession(serverUrl) {
    const tokens = { clientId: 'http://localhost', accessToken, refreshToken: 'top-secret-refresh', accessEndsAt: null, renewableUntil: null }
    const identity = { handle: '@lea.test', displayName: 'Léa', serverUrl, remoteId: fakeBlueskyDid, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
    return createSession('bluesky', identity, writeBlueskySecret({ kind: 'oauth', did: fakeBlueskyDid, tokenEndpoint: `${serverUrl}/oauth/token`, revocationEndpoint: null, key, tokens }))
  }
})

it('the server of this suite takes no call without its proof', () => {
  const request: FakeRequest = { method: 'GET', path: '/xrpc/a', query: new URLSearchParams(), headers: { authorization: `Bearer ${accessToken}` }, text: '', json: {} }
  expect(asksForProof(createFakeBluesky()).answer(request, 'http://127.0.0.1').status).toBe(401)
})
