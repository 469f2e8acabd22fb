import { z } from 'zod'
import { studioError, type StudioError } from '../../../../shared/errors/studio-error.ts'
import { redactText } from '../../http/redact.ts'
import type { ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'
import { retryAfter } from '../retry-after.ts'
import { midnightOfQuota } from './midnight-of-quota.ts'

/** https://developers.google.com/youtube/v3/docs/core_errors (read on 2026-11-21). */
const errorSchema = z.looseObject({
  error: z.looseObject({
    message: z.string().catch(''),
    errors: z.array(z.looseObject({ reason: z.string().catch('') })).catch([]),
    status: z.string().optional().catch(undefined),
    details: z.array(z.looseObject({ reason: z.string().optional().catch(undefined) })).catch([])
  })
})

/** The whole project has asked too much today. */
const ofTheDay: ReadonlySet<string> = new Set(['quotaExceeded', 'dailyLimitExceeded', 'dailyLimitExceededUnreg'])
/** Too much at once; it passes. */
const ofTheMoment: ReadonlySet<string> = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'uploadRateLimitExceeded', 'RATE_LIMIT_EXCEEDED'])
const notSwitchedOn: ReadonlySet<string> = new Set(['accessNotConfigured', 'SERVICE_DISABLED'])
const withoutRight: ReadonlySet<string> = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'])

export interface FailureFacts {
  readonly now: number
  /** The access ends by itself after an hour and can be renewed. */
  readonly isRenewable: boolean
}

interface Told {
  readonly names: readonly string[]
  readonly message: string
}

function readTold(json: unknown): Told | null {
  const parsed = errorSchema.safeParse(json)
  if (!parsed.success) return null
  const { errors, details, message } = parsed.data.error
  return { names: [...errors, ...details].flatMap(({ reason }) => (reason === undefined || reason === '' ? [] : [reason])), message: redactText(message).slice(0, 300) }
}

/** What YouTube means by its refusals, where the status alone would not say. */
export function explainYoutubeFailure({ response: { status, headers, url }, json }: ApiAnswer, { now, isRenewable }: FailureFacts): NetworkFailure | null {
  const told = readTold(json)
  const { names, message } = told ?? { names: [], message: '' }
  const error = (code: StudioError['code'], reason: string, more: { readonly retryable?: boolean; readonly until?: number } = {}): StudioError => {
    const { retryable = false, until } = more
    const host = URL.canParse(url) ? new URL(url).host : ''
    const details = { host, status, ...(names[0] === undefined ? {} : { name: names[0] }), ...(reason === '' ? {} : { reason }), ...(until === undefined ? {} : { until }) }
    return studioError(code, `refused with ${status} ${names.join(', ')}: ${message}`, { retryable, details })
  }
  if (status === 401) return isRenewable ? { kind: 'auth_expired', error: error('auth_expired', message, { retryable: true }) } : null
  if (status >= 500 || told === null) return null
  const until = heldUntil(told, headers, now)
  if (until !== null) return { kind: 'rate_limited', until, error: error('rate_limited', message, { retryable: true, until }) }
  if (hasOne(names, withoutRight)) return { kind: 'auth_revoked', error: error('auth_revoked', 'scope_missing') }
  const reason = reasonFor(names, status)
  return reason === null && status !== 400 && status !== 403 ? null : { kind: 'rejected', error: error('rejected', reason ?? message) }
}

function hasOne(names: readonly string[], known: ReadonlySet<string>): boolean {
  return names.some((name) => known.has(name))
}

/** Until when YouTube wants no more calls; null: it did not refuse for their number. */
function heldUntil({ names }: Told, headers: ApiAnswer['response']['headers'], now: number): number | null {
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
