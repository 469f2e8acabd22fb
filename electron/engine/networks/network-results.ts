import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkFailure, NetworkResult } from './network-failure.ts'

export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export interface Failed {
  readonly ok: false
  readonly failure: NetworkFailure
}

/** Every kind but `rate_limited`, which also says until when. */
export function failed(kind: Exclude<NetworkFailure['kind'], 'rate_limited'>, error: StudioError): Failed {
  return { ok: false, failure: { kind, error } }
}

export function mapValue<From, To>(result: NetworkResult<From>, change: (value: From) => To): NetworkResult<To> {
  return result.ok ? done(change(result.value)) : result
}

/** The network knows what was asked for no longer, or never did. */
export function isNotThere({ kind, error }: NetworkFailure): boolean {
  const status = error.details?.['status']
  return kind === 'rejected' && (status === 404 || status === 410)
}
