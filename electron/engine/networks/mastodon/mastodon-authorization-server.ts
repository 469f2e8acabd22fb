import { z } from 'zod'
import { isLoopbackAddress } from '../../../../shared/networks/is-loopback-address.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { MastodonApi } from './mastodon-api.ts'

/** How a server wants a login to go. */
export interface AuthorizationServer {
  /** Somebody may have typed `example.org` for what stands at `social.example.org`. */
  readonly serverUrl: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  readonly supportsPkce: boolean
  readonly scopes: string
  /** Since 4.3, together with the metadata, `redirect_uris` is a list. */
  readonly takesRedirectList: boolean
}

/**
 * What Vigie does, and nothing more: who we are, own posts and threads, what people say to us; writing posts, pictures and likes; muting, blocking and
 * reporting who troubles us. Not follows,
 * not filters, not the address book.
 */
const neededScopes = ['read:accounts', 'read:statuses', 'read:notifications', 'write:accounts', 'write:statuses', 'write:media', 'write:favourites', 'write:mutes', 'write:blocks', 'write:reports']

const metadataSchema = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  scopes_supported: z.array(z.string()).optional(),
  code_challenge_methods_supported: z.array(z.string()).optional()
})

/**
 * The servers to try, best first. https://docs.joinmastodon.org/methods/oauth/#authorization-server-metadata (4.3 and later); older servers have
 * the well-known paths. The address that answered goes before the one the server gives itself: it is the one that can be reached.
 */
export async function findAuthorizationServers(api: MastodonApi, typed: string): Promise<NetworkResult<readonly AuthorizationServer[]>> {
  const answered = await api.getAnswer('/.well-known/oauth-authorization-server', {})
  if (!answered.ok) {
    const isSilent = answered.failure.kind === 'not_sent' || answered.failure.kind === 'rate_limited'
    return isSilent ? answered : done([serverAt(typed, null)])
  }
  const parsed = metadataSchema.safeParse(answered.value.json)
  if (!parsed.success) return done([serverAt(typed, null)])
  const reached = new URL(answered.value.response.url).origin
  const addresses = [reached, ...(isSafe(parsed.data.issuer) ? [new URL(parsed.data.issuer).origin] : [])]
  return done([...new Set(addresses)].map((address) => serverAt(address, parsed.data)))
}

function serverAt(serverUrl: string, metadata: z.infer<typeof metadataSchema> | null): AuthorizationServer {
  return {
    serverUrl,
    authorizationEndpoint: endpointAt(serverUrl, metadata?.authorization_endpoint, '/oauth/authorize'),
    tokenEndpoint: endpointAt(serverUrl, metadata?.token_endpoint, '/oauth/token'),
    supportsPkce: metadata?.code_challenge_methods_supported?.includes('S256') ?? false,
    scopes: scopesFor(metadata?.scopes_supported),
    takesRedirectList: metadata !== null
  }
}

/** Only its path counts: code and secret go to the server that was asked, wherever the metadata point. */
function endpointAt(serverUrl: string, written: string | undefined, usual: string): string {
  const path = written !== undefined && URL.canParse(written) ? new URL(written).pathname : usual
  return `${serverUrl}${path}`
}

/** A server that knows only the broad scopes gets those; one that says nothing is asked for the narrow ones, known since 2.4. */
function scopesFor(supported: readonly string[] | undefined): string {
  const isNarrow = supported === undefined || neededScopes.every((scope) => supported.includes(scope))
  return isNarrow ? neededScopes.join(' ') : 'read write'
}

function isSafe(address: string): boolean {
  return URL.canParse(address) && (new URL(address).protocol === 'https:' || isLoopbackAddress(address))
}
