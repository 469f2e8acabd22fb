import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { callApi } from '../api-call.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, type Failed } from '../network-results.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'

/** Who lets people in for a server: itself, or one that stands before several. */
export interface BlueskyAuthorizationServer {
  readonly issuer: string
  readonly authorizationEndpoint: string
  readonly requestEndpoint: string
  readonly tokenEndpoint: string
  readonly revocationEndpoint: string | null
  readonly scopes: readonly string[]
}

const resourceSchema = z.looseObject({ authorization_servers: z.array(z.string()).length(1) })
const serverSchema = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  pushed_authorization_request_endpoint: z.string(),
  revocation_endpoint: z.string().nullish(),
  scopes_supported: z.array(z.string()),
  code_challenge_methods_supported: z.array(z.string()),
  dpop_signing_alg_values_supported: z.array(z.string()),
  authorization_response_iss_parameter_supported: z.literal(true)
})

/** `atproto` alone gives nothing but the name; see https://atproto.com/specs/oauth, "Authorization Scopes". */
export const neededScopes = ['atproto', 'transition:generic'] as const
const messagesScope = 'transition:chat.bsky'

interface Place {
  readonly serverUrl: string
  /** The server that the user typed: theirs to choose, wherever it stands. */
  readonly typedServer: string
  readonly signal: AbortSignal
}

/** https://atproto.com/specs/oauth, "Server Metadata" (read on 2026-11-21). A server that does not keep to it is one without a login in the browser. */
export async function findBlueskyAuthorizationServer(needs: BlueskyNeeds, place: Place): Promise<NetworkResult<BlueskyAuthorizationServer>> {
  const resource = await readWellKnown(needs, place, place.serverUrl, 'oauth-protected-resource', resourceSchema)
  if (!resource.ok) return resource
  const [named = ''] = resource.value.authorization_servers
  if (!URL.canParse(named) || new URL(named).origin !== named) return noBrowserLogin('the server names no login server')
  const server = await readWellKnown(needs, place, named, 'oauth-authorization-server', serverSchema)
  return server.ok ? checkServer(named, server.value) : server
}

function checkServer(address: string, told: z.infer<typeof serverSchema>): NetworkResult<BlueskyAuthorizationServer> {
  const { issuer, authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint, pushed_authorization_request_endpoint: requestEndpoint } = told
  const revocationEndpoint = told.revocation_endpoint ?? null
  if (issuer !== address) return noBrowserLogin('the login server calls itself otherwise')
  // Elsewhere it would be somebody else who is handed the code and the tokens.
  const endpoints = [authorizationEndpoint, tokenEndpoint, requestEndpoint, ...(revocationEndpoint === null ? [] : [revocationEndpoint])]
  if (!endpoints.every((endpoint) => URL.canParse(endpoint) && new URL(endpoint).origin === issuer)) return noBrowserLogin('the login server names addresses elsewhere')
  if (!told.code_challenge_methods_supported.includes('S256') || !told.dpop_signing_alg_values_supported.includes('ES256')) return noBrowserLogin('the login server knows none of our algorithms')
  if (!neededScopes.every((scope) => told.scopes_supported.includes(scope))) return noBrowserLogin('the login server cannot give what is needed')
  const scopes = [...neededScopes, ...(told.scopes_supported.includes(messagesScope) ? [messagesScope] : [])]
  return done({ issuer, authorizationEndpoint, requestEndpoint, tokenEndpoint, revocationEndpoint, scopes })
}

/** The specification wants 200 and no redirect: what a server says about itself, it says itself. */
async function readWellKnown<Value>({ http, clock }: BlueskyNeeds, { typedServer, signal }: Place, origin: string, name: string, schema: z.ZodType<Value>): Promise<NetworkResult<Value>> {
  const url = `${origin}/.well-known/${name}`
  const privateAddresses = origin === new URL(typedServer).origin ? 'allowed' : 'refused'
  const answer = await callApi({ http, effect: 'none', now: () => clock.now() }, { method: 'GET', url, headers: { accept: 'application/json' }, signed: true, signal, privateAddresses })
  if (!answer.ok) return answer.failure.kind === 'rejected' && answer.failure.error.code !== 'address_refused' ? noBrowserLogin(`no ${name}`) : answer
  const { response, json } = answer.value
  const parsed = response.status === 200 && response.url === url ? schema.safeParse(json) : null
  return parsed?.success === true ? done(parsed.data) : noBrowserLogin(`${name} is not what it should be`)
}

/** Whatever the reason, there is the app password. */
export function noBrowserLogin(message: string): Failed {
  return failed('rejected', studioError('login_refused', message, { details: { reason: 'no_browser_login' } }))
}
