import { studioError } from '../../../../shared/errors/studio-error.ts'
import { tiktokCapabilities } from '../../../../shared/networks/tiktok-capabilities.ts'
import type { BrowserConnect } from '../network-connect.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { createOAuthConnect, type AccessInUse, type Identity } from '../oauth/create-oauth-connect.ts'
import type { OAuthDescription } from '../oauth/oauth-description.ts'
import { createTiktokApi } from './tiktok-api.ts'
import { refusing } from './tiktok-failures.ts'
import type { TiktokOptions } from './tiktok-options.ts'
import { userSchema } from './tiktok-schemas.ts'

/**
 * https://developers.tiktok.com/doc/login-kit-desktop/ and /docs/en/oauth-refresh-a-user-access-token (read on 2026-11-21): an app has a key instead of an id, the challenge is written in
 * hexadecimal figures, and a token that renews works once. How long each lasts, the answer says.
 */
function describeTiktokLogin({ loginUrl, apiUrl }: TiktokOptions): OAuthDescription {
  return {
    name: tiktokCapabilities.name,
    authorizationEndpoint: loginUrl,
    tokenEndpoint: `${apiUrl}/v2/oauth/token/`,
    revocationEndpoint: `${apiUrl}/v2/oauth/revoke/`,
    revokes: 'access_token',
    issuer: null,
    scopes: tiktokCapabilities.ownApp?.scopes.value ?? [],
    moreScopes: tiktokCapabilities.ownApp?.moreScopes?.value ?? [],
    scopeSeparator: ',',
    clientIdName: 'client_key',
    pkce: 'S256_hex',
    clientAuthentication: 'form',
    loginParameters: {},
    refreshTokenLifetime: null
  }
}

/** The person logs in to their one account, through an app of the user's own. */
export function createTiktokConnect(options: TiktokOptions): BrowserConnect {
  return createOAuthConnect({ ...options, http: refusing(options.http), description: describeTiktokLogin(options), serverUrl: options.apiUrl, identify: (access) => identify(options, access) })
}

async function identify(options: TiktokOptions, { accessToken, isRenewable, serverUrl, signal, remoteId }: AccessInUse): Promise<NetworkResult<Identity>> {
  const read = await createTiktokApi(options, { url: serverUrl, token: accessToken, isRenewable, signal }).get('/v2/user/info/?fields=open_id,display_name', userSchema)
  // A box was left unticked on TikTok's page.
  if (!read.ok) return remoteId === null && read.failure.kind === 'auth_revoked' && read.failure.error.details?.['reason'] === 'scope_missing' ? failed('rejected', studioError('login_refused', 'the account does not let itself be read')) : read
  const { open_id, display_name } = read.value.data.user
  const name = display_name === '' ? tiktokCapabilities.name : display_name
  return done({ handle: name, displayName: name, serverUrl, remoteId: open_id, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } })
}
