import type { OAuthDescription } from '../oauth/oauth-description.ts'

export const googleLoginUrl = 'https://accounts.google.com/o/oauth2/v2/auth'
export const googleTokenUrl = 'https://oauth2.googleapis.com'

export interface GoogleLogin {
  /** The network's own name, for messages. */
  readonly name: string
  /** Where the login page and the token endpoint stand; tests give servers of their own. */
  readonly loginUrl: string
  readonly tokenUrl: string
  readonly scopes: readonly string[]
}

/**
 * https://developers.google.com/identity/protocols/oauth2/native-app (read on 2026-11-21). `offline` brings the token that renews the access, `consent` brings it at every
 * login. As long as the project's consent screen is being tested, that token ends after seven days, and the answer says so.
 */
export function describeGoogleLogin({ name, loginUrl, tokenUrl, scopes }: GoogleLogin): OAuthDescription {
  return {
    name,
    authorizationEndpoint: loginUrl,
    tokenEndpoint: `${tokenUrl}/token`,
    revocationEndpoint: `${tokenUrl}/revoke`,
    issuer: 'https://accounts.google.com',
    scopes,
    pkce: 'S256',
    clientAuthentication: 'form',
    loginParameters: { access_type: 'offline', prompt: 'consent select_account' },
    refreshTokenLifetime: null
  }
}
