import { z } from 'zod'
import type { ServerLimits } from '../../../../shared/accounts/server-limits.ts'
import { xCapabilities, xFilmMs } from '../../../../shared/networks/x-capabilities.ts'
import type { BrowserConnect } from '../network-connect.ts'
import { mapValue } from '../network-results.ts'
import { createOAuthConnect } from '../oauth/create-oauth-connect.ts'
import type { OAuthDescription } from '../oauth/oauth-description.ts'
import { createXApi } from './x-api.ts'
import type { XOptions } from './x-options.ts'
import { xUserSchema } from './x-schemas.ts'

const untold = z.string().optional().catch(undefined)
const whoSchema = z.looseObject({ data: xUserSchema.extend({ subscription_type: untold, verified_type: untold }) })
type Who = z.infer<typeof whoSchema>['data']

const noLimits: ServerLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
const premium: readonly string[] = ['premium', 'premiumplus']
const verified: readonly string[] = ['blue', 'business', 'government']

/** What the account may do goes by what its owner pays: `subscription_type` and `verified_type` of its description (read on 2026-11-23). Told neither of them, nothing is concluded. */
export function xLimitsOf({ subscription_type: subscription, verified_type: kind }: Pick<Who, 'subscription_type' | 'verified_type'>): ServerLimits {
  if (subscription === undefined && kind === undefined) return noLimits
  const isPremium = premium.includes((subscription ?? '').toLowerCase()) || verified.includes((kind ?? '').toLowerCase())
  return { ...noLimits, media: { maxImageBytes: null, maxVideoBytes: null, maxAltText: null, maxVideoMs: isPremium ? xFilmMs.premium : xFilmMs.usual } }
}

/** https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code (read on 2026-11-21). */
function describeXLogin({ apiUrl, loginUrl }: XOptions): OAuthDescription {
  return {
    name: xCapabilities.name,
    authorizationEndpoint: loginUrl,
    tokenEndpoint: `${apiUrl}/2/oauth2/token`,
    revocationEndpoint: `${apiUrl}/2/oauth2/revoke`,
    issuer: null,
    scopes: xCapabilities.ownApp?.scopes.value ?? [],
    pkce: 'S256',
    clientAuthentication: 'basic',
    loginParameters: {},
    refreshTokenLifetime: null
  }
}

export function createXConnect(options: XOptions): BrowserConnect {
  return createOAuthConnect({
    ...options,
    description: describeXLogin(options),
    serverUrl: options.apiUrl,
    async identify({ accessToken, isRenewable, serverUrl, signal }) {
      const api = createXApi(options, { url: serverUrl, token: accessToken, isRenewable, signal })
      const who = await api.get('/2/users/me', { 'user.fields': ['id', 'name', 'username', 'subscription_type', 'verified_type'] }, whoSchema)
      return mapValue(who, ({ data: { id, name, username, ...paid } }) => ({ handle: `@${username}`, displayName: name === '' ? username : name, serverUrl, remoteId: id, serverLimits: xLimitsOf(paid) }))
    }
  })
}
