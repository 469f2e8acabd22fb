import { z } from 'zod'
import { isLoopbackAddress } from '../../http/is-loopback-address.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { MastodonApi } from './mastodon-api.ts'

/** How a server wants a login to go. */
export interface AuthorizationServer {
  /** Address of the server itself: somebody may have typed `example.org` for what stands at `social.example.org`. */
  readonly serverUrl: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  readonly revocationEndpoint: string
  readonly supportsPkce: boolean
  readonly scopes: string
  /** Since 4.3, together with the metadata, `redirect_uris` is a list. */
  readonly takesRedirectList: boolean
}

/**
 * What Vigie does, and nothing more: who we are, own posts and threads, what people say to us; writing posts, pictures and likes. Not follows,
 * not filters, not the address book.
 */
const neededScopes = ['read:accounts', 'read:statuses', 'read:notifications', 'write:statuses', 'write:media', 'write:favourites']

const metadataSchema = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  revocation_endpoint: z.string().optional(),
  scopes_supported: z.array(z.string()).optional(),
  code_challenge_methods_supported: z.array(z.string()).optional()
})

/** https://docs.joinmastodon.org/methods/oauth/#authorization-server-metadata (4.3 and later); older servers have the well-known paths. */
export async function findAuthorizationServer(api: MastodonApi, typed: string): Promise<NetworkResult<AuthorizationServer>> {
  const metadata = await api.get('/.well-known/oauth-authorization-server', {}, metadataSchema)
  if (!metadata.ok) {
    const isSilent = metadata.failure.kind === 'not_sent' || metadata.failure.kind === 'rate_limited'
    return isSilent ? metadata : done(withoutMetadata(typed))
  }
  const { issuer, authorization_endpoint, token_endpoint, revocation_endpoint, scopes_supported, code_challenge_methods_supported } = metadata.value
  if (![issuer, authorization_endpoint, token_endpoint].every(isSafe)) return done(withoutMetadata(typed))
  const serverUrl = issuer.replace(/\/+$/, '')
  return done({
    serverUrl,
    authorizationEndpoint: authorization_endpoint,
    tokenEndpoint: token_endpoint,
    revocationEndpoint: revocation_endpoint !== undefined && isSafe(revocation_endpoint) ? revocation_endpoint : `${serverUrl}/oauth/revoke`,
    supportsPkce: code_challenge_methods_supported?.includes('S256') ?? false,
    scopes: scopesFor(scopes_supported),
    takesRedirectList: true
  })
}

function withoutMetadata(serverUrl: string): AuthorizationServer {
  return {
    serverUrl,
    authorizationEndpoint: `${serverUrl}/oauth/authorize`,
    tokenEndpoint: `${serverUrl}/oauth/token`,
    revocationEndpoint: `${serverUrl}/oauth/revoke`,
    supportsPkce: false,
    scopes: scopesFor(undefined),
    takesRedirectList: false
  }
}

/** A server that knows only the broad scopes gets those; one that says nothing is asked for the narrow ones, known since 2.4. */
function scopesFor(supported: readonly string[] | undefined): string {
  const isNarrow = supported === undefined || neededScopes.every((scope) => supported.includes(scope))
  return isNarrow ? neededScopes.join(' ') : 'read write'
}

function isSafe(address: string): boolean {
  return URL.canParse(address) && (new URL(address).protocol === 'https:' || isLoopbackAddress(address))
}
