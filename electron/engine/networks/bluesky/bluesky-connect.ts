import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { isLoopbackAddress } from '../../../../shared/networks/is-loopback-address.ts'
import type { AccountIdentity, AccountSession, AppPasswordConnect, Secret } from '../network-adapter.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, type Failed } from '../network-results.ts'
import { toServerAddress } from '../server-address.ts'
import { openBlueskyContext } from './bluesky-context.ts'
import type { BlueskyOptions } from './bluesky-options.ts'
import { serverOfAccount } from './bluesky-mapping.ts'
import { readBlueskySecret, writeBlueskySecret } from './bluesky-secret.ts'
import { createXrpc, type Xrpc, type XrpcTarget } from './xrpc.ts'

const sessionSchema = z.object({ did: z.string(), handle: z.string(), accessJwt: z.string(), refreshJwt: z.string(), didDoc: z.unknown().optional() })
/** An answer without a token must not take the place of the one that works. */
const refreshedSchema = z.object({ accessJwt: z.string().min(1), refreshJwt: z.string().min(1) })
const whoSchema = z.object({ did: z.string(), handle: z.string() })
const profileRecordSchema = z.object({ value: z.object({ displayName: z.string().optional() }) })
const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }

/** Login with an app password: https://docs.bsky.app/docs/advanced-guides/api-directory and com.atproto.server (read on 2026-11-21). */
export function createBlueskyConnect(options: BlueskyOptions): AppPasswordConnect {
  const xrpc = createXrpc(options)

  async function displayNameOf(target: XrpcTarget, did: string, handle: string): Promise<string> {
    const profile = await xrpc.query(target, 'com.atproto.repo.getRecord', { repo: did, collection: 'app.bsky.actor.profile', rkey: 'self' }, profileRecordSchema)
    // Many accounts have no profile; a name is not worth failing for.
    const name = profile.ok ? (profile.value.value.displayName ?? '').trim() : ''
    return name === '' ? handle : name
  }

  async function identify(target: XrpcTarget, did: string, handle: string): Promise<AccountIdentity> {
    const displayName = await displayNameOf(target, did, handle)
    return { handle: `@${handle}`, displayName, serverUrl: target.serverUrl, remoteId: did, accessEndsAt: null, serverLimits: noLimits }
  }

  return {
    kind: 'app_password',
    async connect({ serverUrl, identifier, appPassword, signal }) {
      const address = toServerAddress(serverUrl)
      if (!address.ok) return address
      const anonymous = { serverUrl: address.value, token: null, service: null, signal }
      const opened = await logIn(xrpc, anonymous, plainIdentifier(identifier), appPassword.trim())
      if (!opened.ok) return opened
      const { did, handle, accessJwt, refreshJwt, didDoc } = opened.value
      // A server on this computer was asked for by name: it stays the one.
      const named = isLoopbackAddress(address.value) ? null : serverOfAccount(didDoc)
      const target = { ...anonymous, serverUrl: named ?? address.value, token: accessJwt }
      const secret = writeBlueskySecret({ did, accessJwt, refreshJwt, appPassword: appPassword.trim() })
      return done({ identity: await identify(target, did, handle), secret })
    },
    async whoAmI(session) {
      const context = openBlueskyContext(options, session)
      if (!context.ok) return context
      const who = await xrpc.query(context.value.server, 'com.atproto.server.getSession', {}, whoSchema)
      return who.ok ? done(await identify(context.value.server, who.value.did, who.value.handle)) : who
    },
    renew: (session) => renew(xrpc, session),
    async revoke(session) {
      const secret = readBlueskySecret(session.secret)
      if (!secret.ok) return secret
      return xrpc.order({ ...anonymousTarget(session), token: secret.value.refreshJwt }, 'com.atproto.server.deleteSession', null)
    }
  }
}

/** Handles copied from a page often carry marks of writing direction that nobody sees. */
function plainIdentifier(typed: string): string {
  return typed.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim().replace(/^@/, '')
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
async function renew(xrpc: Xrpc, session: AccountSession): Promise<NetworkResult<{ secret: Secret; accessEndsAt: null }>> {
  const read = readBlueskySecret(session.secret)
  if (!read.ok) return read
  const { did, refreshJwt, appPassword } = read.value
  const target = anonymousTarget(session)
  const refreshed = await xrpc.procedure({ ...target, token: refreshJwt }, 'com.atproto.server.refreshSession', null, refreshedSchema)
  if (refreshed.ok) return done({ secret: writeBlueskySecret({ did, appPassword, ...refreshed.value }), accessEndsAt: null })
  if (refreshed.failure.kind !== 'auth_expired') return refreshed
  const opened = await logIn(xrpc, target, did, appPassword)
  if (!opened.ok) return opened.failure.error.code === 'wrong_credentials' ? failed('auth_revoked', studioError('auth_revoked', 'the app password is no longer valid')) : opened
  return done({ secret: writeBlueskySecret({ did, appPassword, accessJwt: opened.value.accessJwt, refreshJwt: opened.value.refreshJwt }), accessEndsAt: null })
}

function anonymousTarget({ account, signal }: AccountSession): XrpcTarget {
  return { serverUrl: account.serverUrl, token: null, service: null, signal }
}
