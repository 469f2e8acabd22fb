import type { Es256Key } from '../../es256.ts'
import type { HttpClient, HttpRequest, HttpResult } from '../../http/http-client.ts'
import { parseJsonBytes } from '../../http/parse-json.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'
import type { DpopNonces, NoncePlace } from './dpop-nonces.ts'
import { createDpopProof } from './dpop-proof.ts'

export interface DpopNeeds {
  readonly http: HttpClient
  readonly clock: Pick<Clock, 'now'>
  readonly random: Pick<Random, 'id'>
  readonly nonces: DpopNonces
}

export interface DpopAccess {
  readonly key: Es256Key
  /** null at the login server. */
  readonly accessToken: string | null
}

/** The door to the network for one key: every request carries a proof, and the access token when there is one (RFC 9449). */
export function withDpop({ http, clock, random, nonces }: DpopNeeds, { key, accessToken }: DpopAccess): HttpClient {
  function sendWith(request: HttpRequest, nonce: string | null): Promise<HttpResult> {
    const dpop = createDpopProof(key, { method: request.method, url: request.url, accessToken, nonce }, { clock, random })
    const headers = { ...request.headers, dpop, ...(accessToken === null ? {} : { authorization: `DPoP ${accessToken}` }) }
    return http.send({ ...request, headers, signed: true })
  }

  return {
    async send(request) {
      if (!URL.canParse(request.url)) return http.send(request)
      const place: NoncePlace = { origin: new URL(request.url).origin, of: accessToken === null ? 'login' : 'resource', x: key.x }
      const used = nonces.last(place)
      const first = await sendWith(request, used)
      const given = noteNonce(nonces, place, first)
      if (given === null || given === used || !wantsNonce(first)) return first
      // The one repeat that an adapter makes. It is safe also for what others can see: the server says of this very request that it refused it for its
      // proof, before it looked at anything else, so nothing came of it. Once: a server that goes on refusing is a failure like any other.
      const second = await sendWith(request, given)
      noteNonce(nonces, place, second)
      return second
    }
  }
}

/** The profile of the AT Protocol wants an answer without a nonce refused. It is taken all the same: a post that was made is made. */
function noteNonce(nonces: DpopNonces, place: NoncePlace, result: HttpResult): string | null {
  const nonce = result.ok ? (result.response.headers['dpop-nonce'] ?? '') : ''
  if (nonce === '') return null
  nonces.note(place, nonce)
  return nonce
}

/** A login server says so as 400 in its JSON, the others as 401 in `www-authenticate` (RFC 9449, sections 8 and 9). */
function wantsNonce(result: HttpResult): boolean {
  if (!result.ok) return false
  const { status, headers, body } = result.response
  if (status !== 400 && status !== 401) return false
  if (/\berror="use_dpop_nonce"/.test(headers['www-authenticate'] ?? '')) return true
  const json = parseJsonBytes(body)
  return typeof json === 'object' && json !== null && 'error' in json && json.error === 'use_dpop_nonce'
}
