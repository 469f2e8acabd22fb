import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'
import { readBlueskySecret, type BlueskySecret } from './bluesky-secret.ts'
import { createXrpc, type Xrpc, type XrpcAccess, type XrpcTarget } from './xrpc.ts'

/** One account's server as the parts of the adapter use it: itself, the AppView and the chat service behind it. */
export interface BlueskyContext {
  readonly xrpc: Xrpc
  readonly did: string
  readonly server: XrpcTarget
  readonly appView: XrpcTarget
  readonly chat: XrpcTarget
  now(): number
}

export function openBlueskyContext(needs: BlueskyNeeds, session: AccountSession): NetworkResult<BlueskyContext> {
  const secret = readBlueskySecret(session.secret)
  if (!secret.ok) return secret
  const access = accessOf(secret.value, needs.clock.now())
  if (!access.ok) return access
  const server = { serverUrl: session.account.serverUrl, access: access.value, service: null, signal: session.signal, limits: session.limits }
  return done({
    xrpc: createXrpc(needs),
    did: secret.value.did,
    server,
    appView: { ...server, service: needs.appViewDid },
    chat: { ...server, service: needs.chatDid },
    now: () => needs.clock.now()
  })
}

/** How the account's calls show that they may. An access of the browser that is known to be over is not even tried. */
function accessOf(secret: BlueskySecret, now: number): NetworkResult<XrpcAccess> {
  if (secret.kind === 'app_password') return done({ kind: 'bearer', token: secret.accessJwt })
  const { accessToken, accessEndsAt } = secret.tokens
  if (accessEndsAt !== null && accessEndsAt <= now) return failed('auth_expired', studioError('auth_expired', 'the access has to be renewed', { retryable: true }))
  return done({ kind: 'dpop', key: secret.key, accessToken })
}
