import type { ApiAnswer } from '../api-call.ts'
import { hasOne, notSwitchedOn, ofTheMoment, readGoogleError, refusedByGoogle, withoutRight, type ToldByGoogle } from '../google/google-errors.ts'
import type { NetworkFailure } from '../network-failure.ts'
import { retryAfter } from '../retry-after.ts'
import { midnightOfQuota } from './midnight-of-quota.ts'

/** There already: https://developers.google.com/youtube/v3/docs/captions/insert#errors (read on 2026-11-23). */
const alreadyThere = 'captionExists'
/** The whole project has asked too much today. */
const ofTheDay: ReadonlySet<string> = new Set(['quotaExceeded', 'dailyLimitExceeded', 'dailyLimitExceededUnreg'])

export interface FailureFacts {
  readonly now: number
  /** The access ends by itself after an hour and can be renewed. */
  readonly isRenewable: boolean
}

/** What it will not do, whoever asks again. */
function isRefusal(status: number, names: readonly string[]): boolean {
  return status === 400 || status === 403 || names.includes(alreadyThere)
}

/** What YouTube means by its refusals, where the status alone would not say. */
export function explainYoutubeFailure(answer: ApiAnswer, { now, isRenewable }: FailureFacts): NetworkFailure | null {
  const { response: { status, headers }, json } = answer
  const told = readGoogleError(json)
  const { names, message } = told ?? { names: [], message: '' }
  const error = refusedByGoogle(answer, told)
  if (status === 401) return isRenewable ? { kind: 'auth_expired', error: error('auth_expired', message, { retryable: true }) } : null
  if (status >= 500 || told === null) return null
  const until = heldUntil(told, headers, now)
  if (until !== null) return { kind: 'rate_limited', until, error: error('rate_limited', message, { retryable: true, until }) }
  if (hasOne(names, withoutRight)) return { kind: 'auth_revoked', error: error('auth_revoked', 'scope_missing') }
  const reason = reasonFor(names, status)
  return reason === null && !isRefusal(status, names) ? null : { kind: 'rejected', error: error('rejected', reason ?? message) }
}

/** Until when YouTube wants no more calls; null: it did not refuse for their number. */
function heldUntil({ names }: ToldByGoogle, headers: ApiAnswer['response']['headers'], now: number): number | null {
  if (hasOne(names, ofTheDay)) return midnightOfQuota(now)
  return hasOne(names, ofTheMoment) ? retryAfter(headers, now) : null
}

function reasonFor(names: readonly string[], status: number): string | null {
  if (hasOne(names, notSwitchedOn)) return 'api_not_enabled'
  if (names.includes('uploadLimitExceeded')) return 'upload_limit'
  return status === 404 ? 'gone' : null
}

/** Not there, in YouTube's own words: a page of somebody else's says nothing about it. */
export function isNotFound({ kind, error }: NetworkFailure): boolean {
  return kind === 'rejected' && error.details?.['status'] === 404 && error.details['name'] !== undefined
}
