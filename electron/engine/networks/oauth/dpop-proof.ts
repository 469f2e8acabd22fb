import { signEs256, type Es256Key } from '../../es256.ts'
import type { Random } from '../../random.ts'
import { sha256Of } from '../../sha256.ts'
import type { Clock } from '../../time/clock.ts'

/** The request that a proof speaks for. */
export interface ProvenRequest {
  readonly method: string
  readonly url: string
  /** null at the login server, where there is none yet. */
  readonly accessToken: string | null
  /** What the server gave last; null before its first answer. */
  readonly nonce: string | null
}

/**
 * Shows for one request that whoever sends it holds the key that the token is bound to (RFC 9449, section 4.2). Forty lines of our own: the libraries for it
 * bring a `fetch`, and the one door to the network here is another.
 */
export function createDpopProof(key: Es256Key, { method, url, accessToken, nonce }: ProvenRequest, { clock, random }: { readonly clock: Pick<Clock, 'now'>; readonly random: Pick<Random, 'id'> }): string {
  const { kty, crv, x, y } = key
  const { origin, pathname } = new URL(url)
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } }
  const claims = {
    jti: random.id(),
    htm: method,
    htu: origin + pathname,
    iat: Math.floor(clock.now() / 1000),
    ...(nonce === null ? {} : { nonce }),
    ...(accessToken === null ? {} : { ath: sha256Of(accessToken).toString('base64url') })
  }
  const unsigned = `${encode(header)}.${encode(claims)}`
  return `${unsigned}.${signEs256(key, unsigned)}`
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
