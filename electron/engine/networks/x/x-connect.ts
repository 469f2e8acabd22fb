import { z } from 'zod'
import { xCapabilities } from '../../../../shared/networks/x-capabilities.ts'
import type { BrowserConnect } from '../network-connect.ts'
import { mapValue } from '../network-results.ts'
import { createOAuthConnect } from '../oauth/create-oauth-connect.ts'
import type { OAuthDescription } from '../oauth/oauth-description.ts'
import { createXApi } from './x-api.ts'
import type { XOptions } from './x-options.ts'
import { xUserSchema } from './x-schemas.ts'

const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }

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
      const who = await api.get('/2/users/me', { 'user.fields': ['id', 'name', 'username'] }, z.looseObject({ data: xUserSchema }))
      return mapValue(who, ({ data: { id, name, username } }) => ({ handle: `@${username}`, displayName: name === '' ? username : name, serverUrl, remoteId: id, serverLimits: noLimits }))
    }
  })
}
