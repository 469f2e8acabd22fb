import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { isLoopbackAddress } from '../../../../shared/networks/is-loopback-address.ts'
import type { AppPasswordConnect } from '../network-connect.ts'
import type { AccountSession, Secret } from '../network-session.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, type Failed } from '../network-results.ts'
import { endOfAccess } from '../oauth/oauth-tokens.ts'
import { toServerAddress } from '../server-address.ts'
import { openBlueskyContext } from './bluesky-context.ts'
import { identifyBlueskyAccount, plainIdentifier } from './bluesky-identity.ts'
import { serverOfAccount } from './bluesky-mapping.ts'
import { createBlueskyOAuthSession } from './bluesky-oauth-session.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'
import { readBlueskySecret, writeBlueskySecret, type BlueskySecret } from './bluesky-secret.ts'
import { createXrpc, type Xrpc, type XrpcTarget } from './xrpc.ts'

const sessionSchema = z.object({ did: z.string(), handle: z.string(), accessJwt: z.string(), refreshJwt: z.string(), didDoc: z.unknown().optional() })
/** An answer without a token must not take the place of the one that works. */
const refreshedSchema = z.object({ accessJwt: z.string().min(1), refreshJwt: z.string().min(1) })
const whoSchema = z.object({ did: z.string(), handle: z.string() })

type AppPasswordSecret = Extract<BlueskySecret, { kind: 'app_password' }>
type Renewed = NetworkResult<{ secret: Secret; accessEndsAt: number | null }>

/**
 * Login with an app password: https://docs.bsky.app/docs/advanced-guides/api-directory and com.atproto.server (read on 2026-11-21). What comes after a login
 * is asked here for both kinds; see bluesky-browser-login.ts for the other one.
 */
export function createBlueskyConnect(needs: BlueskyNeeds): AppPasswordConnect {
  const xrpc = createXrpc(needs)
  const oauth = createBlueskyOAuthSession(needs)

  return {
    kind: 'app_password',
    async connect({ serverUrl, identifier, appPassword, signal }) {
      const address = toServerAddress(serverUrl)
      if (!address.ok) return address
      const anonymous: XrpcTarget = { serverUrl: address.value, access: { kind: 'none' }, service: null, signal }
      const opened = await logIn(xrpc, anonymous, plainIdentifier(identifier), appPassword.trim())
      if (!opened.ok) return opened
      const { did, handle, accessJwt, refreshJwt, didDoc } = opened.value
      // A server on this computer was asked for by name: it stays the one.
      const named = isLoopbackAddress(address.value) ? null : serverOfAccount(didDoc)
      const target: XrpcTarget = { ...anonymous, serverUrl: named ?? address.value, access: { kind: 'bearer', token: accessJwt } }
      const secret = writeBlueskySecret({ kind: 'app_password', did, accessJwt, refreshJwt, appPassword: appPassword.trim() })
      return done({ identity: await identifyBlueskyAccount(xrpc, target, { did, handle, accessEndsAt: null }), secret })
    },
    async whoAmI(session) {
      const context = openBlueskyContext(needs, session)
      if (!context.ok) return context
      const who = await xrpc.query(context.value.server, 'com.atproto.server.getSession', {}, whoSchema)
      if (!who.ok) return who
      const secret = readBlueskySecret(session.secret)
      const accessEndsAt = secret.ok && secret.value.kind === 'oauth' ? endOfAccess(secret.value.tokens) : null
      return done(await identifyBlueskyAccount(xrpc, context.value.server, { ...who.value, accessEndsAt }))
    },
    async renew(session) {
      const secret = readBlueskySecret(session.secret)
      if (!secret.ok) return secret
      return secret.value.kind === 'oauth' ? oauth.renew(secret.value, session.signal) : renewByPassword(xrpc, session, secret.value)
    },
    // Each login is a session of its own there, whichever way it came.
    endsOneLogin: true,
    async revoke(session) {
      const secret = readBlueskySecret(session.secret)
      if (!secret.ok) return secret
      if (secret.value.kind === 'oauth') return oauth.revoke(secret.value, session.signal)
      return xrpc.order({ ...anonymousTarget(session), access: { kind: 'bearer', token: secret.value.refreshJwt } }, 'com.atproto.server.deleteSession', null)
    }
  }
}

async function logIn(xrpc: Xrpc, target: XrpcTarget, identifier: string, password: string): Promise<NetworkResult<z.infer<typeof sessionSchema>>> {
  const opened = await xrpc.procedure(target, 'com.atproto.server.createSession', { identifier, password }, sessionSchema)
  return opened.ok ? opened : explainLogin(opened.failure)
}

/** In words of a login: the same refusal means another thing here than in the middle of a session. */
function explainLogin(failure: NetworkFailure): Failed {
  const details = failure.error.details ?? {}
  if (failure.kind === 'auth_expired') return failed('rejected', studioError('wrong_credentials', 'name or app password is wrong', { details }))
  const isUnknownThere = failure.kind === 'rejected' && (details['status'] === 404 || details['status'] === 405)
  if (failure.kind === 'bug' || isUnknownThere) return failed('rejected', studioError('not_that_kind_of_server', 'no Bluesky server answers there', { details }))
  return { ok: false, failure }
}

/** The refresh token works once; when it no longer does, the app password opens a new session, and when that is gone too, it is the user's turn. */
async function renewByPassword(xrpc: Xrpc, session: AccountSession, { did, refreshJwt, appPassword }: AppPasswordSecret): Promise<Renewed> {
  const target = anonymousTarget(session)
  const keep = (tokens: { accessJwt: string; refreshJwt: string }): Renewed => done({ secret: writeBlueskySecret({ kind: 'app_password', did, appPassword, ...tokens }), accessEndsAt: null })
  const refreshed = await xrpc.procedure({ ...target, access: { kind: 'bearer', token: refreshJwt } }, 'com.atproto.server.refreshSession', null, refreshedSchema)
  if (refreshed.ok) return keep(refreshed.value)
  if (refreshed.failure.kind !== 'auth_expired') return refreshed
  const opened = await logIn(xrpc, target, did, appPassword)
  if (!opened.ok) return opened.failure.error.code === 'wrong_credentials' ? failed('auth_revoked', studioError('auth_revoked', 'the app password is no longer valid')) : opened
  return keep({ accessJwt: opened.value.accessJwt, refreshJwt: opened.value.refreshJwt })
}

function anonymousTarget({ account, signal }: AccountSession): XrpcTarget {
  return { serverUrl: account.serverUrl, access: { kind: 'none' }, service: null, signal }
}
