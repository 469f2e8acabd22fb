import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { blueskyCapabilities } from '../../../../shared/networks/bluesky-capabilities.ts'
import { createEs256Key, es256KeySchema } from '../../es256.ts'
import { parseJson } from '../../http/parse-json.ts'
import { callForJson, type ApiAnswer } from '../api-call.ts'
import type { BrowserLogin } from '../network-connect.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, type Failed } from '../network-results.ts'
import { challengeOf, randomToken } from '../oauth/authorization-request.ts'
import { withDpop } from '../oauth/http-with-dpop.ts'
import { endOfAccess, secretAfter, type TokenAnswer } from '../oauth/oauth-tokens.ts'
import { toServerAddress } from '../server-address.ts'
import { findAccountPlace } from './bluesky-account-place.ts'
import { findBlueskyAuthorizationServer, neededScopes, noBrowserLogin, type BlueskyAuthorizationServer } from './bluesky-authorization-server.ts'
import { xrpcErrorName } from './bluesky-failures.ts'
import { identifyBlueskyAccount, plainIdentifier } from './bluesky-identity.ts'
import { openTokenEndpoint, publicApp } from './bluesky-oauth-session.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'
import { writeBlueskySecret } from './bluesky-secret.ts'
import { createXrpc, type XrpcTarget } from './xrpc.ts'

/** The server counts from a moment before its answer came, by a clock of its own, in ms. What is said to last must not be over before. */
const clockMargin = 5 * 60_000

const pushedSchema = z.looseObject({ request_uri: z.string().min(1) })
const whoSchema = z.object({ did: z.string(), handle: z.string() })
/** What the specification adds to a token answer: whose it is, and that what was granted is always said. */
const grantSchema = z.looseObject({ token_type: z.string().regex(/^DPoP$/i), sub: z.string(), scope: z.string() })

const pendingSchema = z.object({
  name: z.string(),
  did: z.string(),
  serverUrl: z.string(),
  issuer: z.string(),
  tokenEndpoint: z.string(),
  revocationEndpoint: z.string().nullable(),
  clientId: z.string(),
  redirectUri: z.string(),
  verifier: z.string(),
  key: es256KeySchema
})
type Pending = z.infer<typeof pendingSchema>

/**
 * Login in the browser: https://atproto.com/specs/oauth (read on 2026-11-21). The request is pushed to the login server first, and every token is bound to a
 * key that was made for this login alone.
 */
export function createBlueskyBrowserLogin(needs: BlueskyNeeds): BrowserLogin {
  return {
    async begin({ serverUrl, identifier, redirectUri, signal }) {
      const typed = toServerAddress(serverUrl)
      if (!typed.ok) return typed
      const name = plainIdentifier(identifier ?? '')
      const place = await findAccountPlace(needs, { name, askedServer: typed.value, signal })
      if (!place.ok) return place
      const server = await findBlueskyAuthorizationServer(needs, { serverUrl: place.value.serverUrl, typedServer: typed.value, signal })
      if (!server.ok) return server
      const { issuer, tokenEndpoint, revocationEndpoint, scopes, authorizationEndpoint } = server.value
      const clientId = loopbackClientId(redirectUri, scopes)
      const pending: Pending = { name, ...place.value, issuer, tokenEndpoint, revocationEndpoint, clientId, redirectUri, verifier: randomToken(needs.random, 48), key: createEs256Key() }
      const state = randomToken(needs.random, 32)
      const pushed = await pushRequest(needs, server.value, pending, state, signal)
      if (!pushed.ok) return pushed
      const loginUrl = `${authorizationEndpoint}?${new URLSearchParams({ client_id: clientId, request_uri: pushed.value }).toString()}`
      return done({ loginUrl, state, pending: JSON.stringify(pending) })
    },
    async complete({ pending: written, code, issuer, signal }) {
      const pending = pendingSchema.safeParse(parseJson(written))
      if (!pending.success) return failed('bug', studioError('bug', 'a login that was never begun'))
      // Every such server names itself (RFC 9207): a redirect that does not is as much another's as one that names another.
      if (issuer !== pending.data.issuer) return failed('rejected', studioError('login_refused', 'the redirect names another server'))
      const { clientId, redirectUri, verifier } = pending.data
      const answer = await openTokenEndpoint(needs, pending.data).exchange(publicApp(clientId), { code, redirectUri, verifier }, signal)
      return answer.ok ? keepGrant(needs, pending.data, answer.value, signal) : answer
    }
  }
}

/**
 * Who we are to a login server. An app that has an address on the web publishes its description there; Vigie has none, and takes the way that the
 * specification opens for programs on this computer ("Localhost Client Development"): an address that is its own description. The port is left out, as
 * any one may come.
 */
function loopbackClientId(redirectUri: string, scopes: readonly string[]): string {
  const { hostname, pathname } = new URL(redirectUri)
  const description = new URLSearchParams({ redirect_uri: `http://${hostname}${pathname}`, scope: scopes.join(' ') })
  return `http://localhost?${description.toString().replaceAll('+', '%20')}`
}

async function pushRequest(needs: BlueskyNeeds, server: BlueskyAuthorizationServer, pending: Pending, state: string, signal: AbortSignal): Promise<NetworkResult<string>> {
  const { name, clientId, redirectUri, verifier, key } = pending
  const form = {
    response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope: server.scopes.join(' '), state,
    code_challenge: challengeOf(verifier), code_challenge_method: 'S256', login_hint: name
  }
  const pushed = await callForJson(
    { http: withDpop(needs, { key, accessToken: null }), effect: 'none', now: () => needs.clock.now(), explain: explainPush },
    {
      method: 'POST', url: server.requestEndpoint, headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(), signed: true, signal
    },
    pushedSchema
  )
  if (pushed.ok) return done(pushed.value.request_uri)
  const { kind, error } = pushed.failure
  if (error.code === 'login_refused') return pushed
  // It is free not to take programs without an address on the web.
  return kind === 'rejected' || kind === 'auth_revoked' ? noBrowserLogin(`the login server refused the request: ${String(error.details?.['reason'] ?? error.message)}`) : pushed
}

/** A proof is new for minutes only, by the server's clock. */
function explainPush({ json }: ApiAnswer): NetworkFailure | null {
  if (xrpcErrorName(json) !== 'invalid_dpop_proof') return null
  return { kind: 'rejected', error: studioError('login_refused', 'the proof was refused', { details: { reason: 'clock_is_off' } }) }
}

type Completed = Awaited<ReturnType<BrowserLogin['complete']>>

async function keepGrant(needs: BlueskyNeeds, pending: Pending, answer: TokenAnswer, signal: AbortSignal): Promise<Completed> {
  const { did, name, serverUrl, clientId, tokenEndpoint, revocationEndpoint, key } = pending
  const lifetime = blueskyCapabilities.browserLogin?.lifetime.value
  const tokens = secretAfter(answer, clientId, null, { now: needs.clock.now(), refreshTokenLifetime: lifetime === undefined ? null : lifetime - clockMargin })
  const xrpc = createXrpc(needs)
  const target: XrpcTarget = { serverUrl, access: { kind: 'dpop', key, accessToken: tokens.accessToken }, service: null, signal }
  const who = objectionTo(answer, pending) ?? (await xrpc.query(target, 'com.atproto.server.getSession', {}, whoSchema))
  if (who.ok && who.value.did === did) {
    const identity = await identifyBlueskyAccount(xrpc, target, { did, handle: who.value.handle, accessEndsAt: endOfAccess(tokens) })
    return done({ identity, secret: writeBlueskySecret({ kind: 'oauth', did, tokenEndpoint, revocationEndpoint, key, tokens }) })
  }
  // What nobody will use is not left open.
  await openTokenEndpoint(needs, pending).revoke(publicApp(clientId), tokens.refreshToken ?? tokens.accessToken, signal)
  return who.ok ? otherAccount(name, who.value.did) : who
}

/** The server may let in whom it likes: it is the account that was asked for, with what is needed, or nobody. */
function objectionTo(answer: TokenAnswer, { did, name }: Pending): Failed | null {
  const grant = grantSchema.safeParse(answer)
  const granted = grant.success ? grant.data.scope.split(' ') : []
  if (!grant.success || !neededScopes.every((scope) => granted.includes(scope))) {
    return failed('rejected', studioError('login_refused', 'the login server gave something else than was asked for'))
  }
  return grant.data.sub === did ? null : otherAccount(name, grant.data.sub)
}

function otherAccount(asked: string, came: string): Failed {
  return failed('rejected', studioError('other_account', 'the login came back as another account', { details: { reason: 'not_the_one_named', handle: asked, came } }))
}
