import { blueskyCapabilities } from '../../../../shared/networks/bluesky-capabilities.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { AppCredentials, Secret } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { withDpop } from '../oauth/http-with-dpop.ts'
import { endOfAccess, secretAfter } from '../oauth/oauth-tokens.ts'
import { asEndOfAccess, createTokenEndpoint, type TokenEndpoint, type TokenPlaces } from '../oauth/token-endpoint.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'
import { writeBlueskySecret, type BlueskyOAuthSecret } from './bluesky-secret.ts'

/** Where a login server of the AT Protocol gives, renews and ends tokens. */
export type BlueskyTokenPlaces = Pick<BlueskyOAuthSecret, 'tokenEndpoint' | 'revocationEndpoint' | 'key'>

export interface BlueskyOAuthSession {
  renew(secret: BlueskyOAuthSecret, signal: AbortSignal): Promise<NetworkResult<{ secret: Secret; accessEndsAt: number | null }>>
  revoke(secret: BlueskyOAuthSecret, signal: AbortSignal): Promise<NetworkResult<null>>
}

/** What becomes of a login in the browser later: https://atproto.com/specs/oauth, "Tokens and Session Lifetime" (read on 2026-11-21). */
export function createBlueskyOAuthSession(needs: BlueskyNeeds): BlueskyOAuthSession {
  return {
    /**
     * A refresh token works once, and shown a second time it ends the whole session. When the answer that brings the next one is lost, the old one is shown
     * again all the same, as the only one there is: either it was never used up, or the server now says that the user has to sign in again.
     */
    async renew(secret, signal) {
      const { clientId, refreshToken } = secret.tokens
      if (refreshToken === null) return failed('auth_revoked', studioError('auth_revoked', 'the access has ended, and nothing is there to renew it with'))
      const answer = asEndOfAccess(await openTokenEndpoint(needs, secret).refresh(publicApp(clientId), refreshToken, signal))
      if (!answer.ok) return answer
      if ((answer.value['sub'] ?? secret.did) !== secret.did) return failed('auth_revoked', studioError('auth_revoked', 'the renewal brought the access of another account'))
      // The session's end stays where the login has put it, however often it is renewed.
      const tokens = { ...secretAfter(answer.value, clientId, secret.tokens, { now: needs.clock.now(), refreshTokenLifetime: null }), renewableUntil: secret.tokens.renewableUntil }
      return done({ secret: writeBlueskySecret({ ...secret, tokens }), accessEndsAt: endOfAccess(tokens) })
    },
    revoke: (secret, signal) => openTokenEndpoint(needs, secret).revoke(publicApp(secret.tokens.clientId), secret.tokens.refreshToken ?? secret.tokens.accessToken, signal)
  }
}

/** The endpoint as every other network's, over a door that proves the key. */
export function openTokenEndpoint(needs: BlueskyNeeds, { tokenEndpoint, revocationEndpoint, key }: BlueskyTokenPlaces): TokenEndpoint {
  const description: TokenPlaces = { name: blueskyCapabilities.name, tokenEndpoint, revocationEndpoint, pkce: 'S256', clientAuthentication: 'form' }
  return createTokenEndpoint({ http: withDpop(needs, { key, accessToken: null }), clock: needs.clock }, description)
}

/** Nothing is registered with anybody, and there is no secret. */
export function publicApp(clientId: string): AppCredentials {
  return { clientId, clientSecret: null, redirectUri: null }
}
