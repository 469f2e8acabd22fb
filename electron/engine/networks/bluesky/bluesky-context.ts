import { studioError } from '../../../../shared/errors/studio-error.ts'
import { isLoopbackAddress } from '../../../../shared/networks/is-loopback-address.ts'
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
  /** The video service; null where the account's server and it cannot meet. */
  readonly video: XrpcTarget | null
  now(): number
  /** The same by the account's server's clock, as far as it told its time. */
  serverNow(): number
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
    video: videoService(needs, server),
    now: () => needs.clock.now(),
    serverNow: () => needs.clock.now() + needs.clockOffset(server.serverUrl)
  })
}

/** It fetches nothing from a server on this computer, unless it stands there itself. Its budgets are its own, and so is its access (`bluesky-video-service.ts`). */
function videoService({ videoUrl }: BlueskyNeeds, { serverUrl, signal }: XrpcTarget): XrpcTarget | null {
  if (videoUrl === undefined || (isLoopbackAddress(serverUrl) && !isLoopbackAddress(videoUrl))) return null
  return { serverUrl: videoUrl, access: { kind: 'none' }, service: null, signal }
}

/** How the account's calls show that they may. An access of the browser that is known to be over is not even tried. */
function accessOf(secret: BlueskySecret, now: number): NetworkResult<XrpcAccess> {
  if (secret.kind === 'app_password') return done({ kind: 'bearer', token: secret.accessJwt })
  const { accessToken, accessEndsAt } = secret.tokens
  if (accessEndsAt !== null && accessEndsAt <= now) return failed('auth_expired', studioError('auth_expired', 'the access has to be renewed', { retryable: true }))
  return done({ kind: 'dpop', key: secret.key, accessToken })
}
