import type { AccountSession } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { BlueskyOptions } from './bluesky-options.ts'
import { readBlueskySecret } from './bluesky-secret.ts'
import { createXrpc, type Xrpc, type XrpcTarget } from './xrpc.ts'

/** One account's server as the parts of the adapter use it: itself, the AppView and the chat service behind it. */
export interface BlueskyContext {
  readonly xrpc: Xrpc
  readonly did: string
  readonly server: XrpcTarget
  readonly appView: XrpcTarget
  readonly chat: XrpcTarget
  now(): number
}

export function openBlueskyContext(options: BlueskyOptions, session: AccountSession): NetworkResult<BlueskyContext> {
  const secret = readBlueskySecret(session.secret)
  if (!secret.ok) return secret
  const server = { serverUrl: session.account.serverUrl, token: secret.value.accessJwt, service: null, signal: session.signal, limits: session.limits }
  return done({
    xrpc: createXrpc(options),
    did: secret.value.did,
    server,
    appView: { ...server, service: options.appViewDid },
    chat: { ...server, service: options.chatDid },
    now: () => options.clock.now()
  })
}
