import { sha256Of } from '../../sha256.ts'
import type { Random } from '../../random.ts'
import type { OAuthDescription } from './oauth-description.ts'

export interface AuthorizationRequest {
  readonly loginUrl: string
  readonly state: string
  /** null without PKCE. */
  readonly verifier: string | null
}

/** The address of the login page, with a state and a verifier that are used once. */
export function createAuthorizationRequest(description: Pick<OAuthDescription, 'authorizationEndpoint' | 'scopes' | 'scopeSeparator' | 'clientIdName' | 'pkce' | 'loginParameters'>, { clientId, redirectUri }: { readonly clientId: string; readonly redirectUri: string }, random: Random): AuthorizationRequest {
  const state = randomToken(random, 32)
  const verifier = description.pkce === 'none' ? null : randomToken(random, 48)
  const url = new URL(description.authorizationEndpoint)
  const parameters = {
    response_type: 'code',
    [description.clientIdName ?? 'client_id']: clientId,
    redirect_uri: redirectUri,
    scope: description.scopes.join(description.scopeSeparator ?? ' '),
    state,
    ...(verifier === null ? {} : { code_challenge: description.pkce === 'S256_hex' ? sha256Of(verifier).toString('hex') : challengeOf(verifier), code_challenge_method: 'S256' }),
    ...description.loginParameters
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  // URLSearchParams writes a space as `+`, which some login pages take for a plus.
  url.search = url.search.replaceAll('+', '%20')
  return { loginUrl: url.href, state, verifier }
}

/** RFC 7636. */
export function challengeOf(verifier: string): string {
  return sha256Of(verifier).toString('base64url')
}

export function randomToken(random: Random, bytes: number): string {
  return Buffer.from(random.bytes(bytes)).toString('base64url')
}
