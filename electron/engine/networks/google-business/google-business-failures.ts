import type { ApiAnswer } from '../api-call.ts'
import { hasOne, notSwitchedOn, ofTheMoment, readGoogleError, refusedByGoogle, withoutRight, type RefusedByGoogle, type ToldByGoogle } from '../google/google-errors.ts'
import { mediaRefused } from '../media-failure.ts'
import type { NetworkFailure } from '../network-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import { retryAfter } from '../retry-after.ts'

/** When it was asked, and whether the access can be renewed: it ends by itself after an hour. */
export interface AskedFacts {
  readonly now: number
  readonly isRenewable: boolean
}

/** What Google means by its refusals, where the status alone would not say: https://developers.google.com/my-business/content/prereqs and /content/limits (read on 2026-11-23). */
export function explainGoogleBusinessFailure(answer: ApiAnswer, { now, isRenewable }: AskedFacts): NetworkFailure | null {
  const { response: { status, headers }, json } = answer
  const told = readGoogleError(json)
  const error = refusedByGoogle(answer, told)
  if (status === 401) return isRenewable ? { kind: 'auth_expired', error: error('auth_expired', told?.message ?? '', { retryable: true }) } : null
  return status >= 500 || told === null ? null : explainTold(told, { status, error, until: () => retryAfter(headers, now) })
}

interface Refusal {
  readonly status: number
  readonly error: RefusedByGoogle
  /** Until when nothing should be asked, as the answer says, ms since the epoch. */
  until(): number
}

function explainTold(told: ToldByGoogle, { status, error, until: read }: Refusal): NetworkFailure | null {
  // Nothing passes as long as Google has not let the project in: waiting would not help.
  if (told.isOfNoQuota) return { kind: 'rejected', error: error('rejected', 'google_no_quota') }
  if (status === 429 || hasOne(told.names, ofTheMoment)) {
    const until = read()
    return { kind: 'rate_limited', until, error: error('rate_limited', told.message, { retryable: true, until }) }
  }
  if (hasOne(told.names, withoutRight)) return { kind: 'auth_revoked', error: error('auth_revoked', 'scope_missing') }
  return status === 400 || status === 403 || status === 404 ? { kind: 'rejected', error: error('rejected', reasonFor(told, status)) } : null
}

function reasonFor({ names, message }: ToldByGoogle, status: number): string {
  if (hasOne(names, notSwitchedOn)) return 'google_business_off'
  return status === 404 ? 'gone' : message
}

/** The photo goes with the post, and a refusal may be for it or for anything else: its words say so. */
export function aboutPhoto(failure: NetworkFailure, media: readonly MediaToSend[]): NetworkFailure {
  const { status, reason } = failure.error.details ?? {}
  const isAboutIt = status === 413 || status === 415 || ((status === 400 || status === 422) && /image|media|file|photo|picture/i.test(String(reason ?? '')))
  return failure.kind === 'rejected' && isAboutIt && media.length > 0 ? mediaRefused(failure, media[0]?.fileName ?? null) : failure
}
