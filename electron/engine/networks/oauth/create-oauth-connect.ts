import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpClient } from '../../http/http-client.ts'
import { parseJson } from '../../http/parse-json.ts'
import type { Random } from '../../random.ts'
import type { Clock } from '../../time/clock.ts'
import type { AccountIdentity, BrowserConnect, Opened } from '../network-connect.ts'
import type { AccountSession, AppCredentials } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { createAuthorizationRequest } from './authorization-request.ts'
import type { OAuthDescription } from './oauth-description.ts'
import { endOfAccess, grantedBy, readOAuthSecret, secretAfter, writeOAuthSecret, type OAuthSecret } from './oauth-tokens.ts'
import { asEndOfAccess, createTokenEndpoint } from './token-endpoint.ts'

export interface OAuthConnectOptions {
  readonly http: HttpClient
  readonly clock: Clock
  readonly random: Random
  readonly description: OAuthDescription
  /** Where new accounts live. */
  readonly serverUrl: string
  /** Asks the network whose the access is; of a login that opens several, the one of `remoteId`. */
  identify(access: AccessInUse): Promise<NetworkResult<Identity>>
  /** Where one login opens several accounts: all of them, at least one. */
  identifyAll?(access: AccessInUse): Promise<NetworkResult<readonly [Identity, ...Identity[]]>>
}

export type Identity = Omit<AccountIdentity, 'accessEndsAt'>

export interface AccessInUse {
  readonly accessToken: string
  /** A refusal is then a reason to renew, and not yet the end. */
  readonly isRenewable: boolean
  readonly serverUrl: string
  /** The account's own; null at a login. */
  readonly remoteId: string | null
  readonly signal: AbortSignal
}

const pendingSchema = z.object({ clientId: z.string(), clientSecret: z.string().nullable(), redirectUri: z.string(), verifier: z.string().nullable(), asked: z.array(z.string()) })

/**
 * Login, renewal and goodbye of a network with plain OAuth 2 and an app of the user's own. What differs is data (OAuthDescription); nothing here is
 * repeated or waited for: the accounts feature renews once for however many ask.
 */
export function createOAuthConnect(options: OAuthConnectOptions): BrowserConnect & Required<Pick<BrowserConnect, 'renew' | 'checkApp'>> {
  const { clock, random, description, identify } = options
  const endpoint = createTokenEndpoint(options, description)
  const times = (): { now: number; refreshTokenLifetime: number | null } => ({ now: clock.now(), refreshTokenLifetime: description.refreshTokenLifetime })

  return {
    kind: 'browser_login',
    async begin({ redirectUri, app, withMore }) {
      if (app === null) return failed('rejected', studioError('own_app_missing', 'no app of the user’s', { details: { network: description.name } }))
      const { clientId, clientSecret } = app
      const asked = [...description.scopes, ...(withMore === true ? (description.moreScopes ?? []) : [])]
      const { loginUrl, state, verifier } = createAuthorizationRequest({ ...description, scopes: asked }, { clientId, redirectUri }, random)
      return done({ loginUrl, state, pending: JSON.stringify({ clientId, clientSecret, redirectUri, verifier, asked }) })
    },
    async complete({ pending: written, code, issuer, signal }) {
      const pending = pendingSchema.safeParse(parseJson(written))
      if (!pending.success) return failed('bug', studioError('bug', 'a login that was never begun'))
      // Another server's answer, brought here by somebody: its code must not be handed to this one (RFC 9207, section 2.4).
      if (issuer !== null && description.issuer !== null && issuer !== description.issuer) return failed('rejected', studioError('login_refused', 'the redirect names another server'))
      const { redirectUri, verifier, asked, ...client } = pending.data
      const answer = await endpoint.exchange({ ...client, redirectUri: null }, { code, redirectUri, verifier }, signal)
      if (!answer.ok) return answer
      const secret = secretAfter(answer.value, client.clientId, null, times())
      const granted = grantedBy(answer.value) ?? asked
      const opened = (identity: Identity): Opened => ({ identity: { ...identity, accessEndsAt: endOfAccess(secret), granted }, secret: writeOAuthSecret(secret) })
      const access = { accessToken: secret.accessToken, isRenewable: false, serverUrl: options.serverUrl, remoteId: null, signal }
      if (options.identifyAll === undefined) return mapValue(await identify(access), opened)
      return mapValue(await options.identifyAll(access), ([first, ...others]) => ({ ...opened(first), others: others.map(opened) }))
    },
    checkApp: ({ app, redirectUri, signal }) => endpoint.checkApp(app, redirectUri, signal),
    async whoAmI(session) {
      const secret = openOAuthSecret(session, clock)
      if (!secret.ok) return secret
      const { accessToken, refreshToken } = secret.value
      const access = { accessToken, isRenewable: refreshToken !== null, serverUrl: session.account.serverUrl, remoteId: session.account.remoteId, signal: session.signal }
      return mapValue(await identify(access), (identity) => ({ ...identity, accessEndsAt: endOfAccess(secret.value) }))
    },
    async renew(session) {
      const before = readOAuthSecret(session.secret)
      if (!before.ok) return before
      const { clientId, refreshToken } = before.value
      if (refreshToken === null) return failed('auth_revoked', studioError('auth_revoked', 'the access has ended, and nothing is there to renew it with'))
      const app = await appOf(session, clientId, description.name)
      if (!app.ok) return app
      const answer = asEndOfAccess(await endpoint.refresh(app.value, refreshToken, session.signal))
      if (!answer.ok) return answer
      const secret = secretAfter(answer.value, clientId, before.value, times())
      const granted = grantedBy(answer.value)
      return done({ secret: writeOAuthSecret(secret), accessEndsAt: endOfAccess(secret), ...(granted === undefined ? {} : { granted }) })
    },
    async revoke(session) {
      const secret = readOAuthSecret(session.secret)
      if (!secret.ok) return secret
      const app = await appOf(session, secret.value.clientId, description.name)
      const { accessToken, refreshToken } = secret.value
      return app.ok ? endpoint.revoke(app.value, description.revokes === 'access_token' ? accessToken : (refreshToken ?? accessToken), session.signal) : app
    }
  }
}

async function appOf(session: AccountSession, clientId: string, network: string): Promise<NetworkResult<AppCredentials>> {
  const found = (await session.findApp?.(clientId)) ?? done(null)
  if (!found.ok) return found
  return found.value === null ? failed('auth_revoked', studioError('own_app_missing', 'the app that this account was connected with is gone', { details: { network } })) : done(found.value)
}

/** The access as it is now. One whose time is known to be over is not even tried: the call would be refused, and some networks count it. */
export function openOAuthSecret(session: AccountSession, clock: Pick<Clock, 'now'>): NetworkResult<OAuthSecret> {
  const secret = readOAuthSecret(session.secret)
  if (!secret.ok) return secret
  const { accessEndsAt, refreshToken } = secret.value
  const isOver = accessEndsAt !== null && accessEndsAt <= clock.now() && refreshToken !== null
  return isOver ? failed('auth_expired', studioError('auth_expired', 'the access has to be renewed', { retryable: true })) : secret
}
