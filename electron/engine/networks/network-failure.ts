import type { StudioError } from '../../../shared/errors/studio-error.ts'

/**
 * How a call to a network can end without success. Adapters sort every answer into one of these; they never retry.
 * - not_sent: certainly nothing reached the network (no route, name not resolved, connection refused, offline): safe to send again.
 * - unknown_outcome: the request may have arrived (time-out or cut after sending, 502/504, half an answer): look up before anything else.
 * - rate_limited: refused; may be tried from `until` on (ms since the epoch).
 * - auth_expired: the access can be renewed without the user. auth_revoked: the user has to log in again.
 * - rejected: the network said no for good, `error` has its reason. server_error: it failed and says that nothing was done.
 * - bug: an answer that the adapter does not understand for a read; for a write that is `unknown_outcome`.
 */
export type NetworkFailure =
  | { readonly kind: 'not_sent'; readonly error: StudioError }
  | { readonly kind: 'unknown_outcome'; readonly error: StudioError }
  | { readonly kind: 'rate_limited'; readonly until: number; readonly error: StudioError }
  | { readonly kind: 'auth_expired'; readonly error: StudioError }
  | { readonly kind: 'auth_revoked'; readonly error: StudioError }
  | { readonly kind: 'rejected'; readonly error: StudioError }
  | { readonly kind: 'server_error'; readonly error: StudioError }
  | { readonly kind: 'bug'; readonly error: StudioError }

export type NetworkResult<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: NetworkFailure }
