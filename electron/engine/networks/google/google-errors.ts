import { z } from 'zod'
import { studioError, type StudioError } from '../../../../shared/errors/studio-error.ts'
import { redactText } from '../../http/redact.ts'
import type { ApiAnswer } from '../api-call.ts'

/** https://developers.google.com/youtube/v3/docs/core_errors (read on 2026-11-21); `details` as in https://cloud.google.com/apis/design/errors#error_model, `ErrorInfo` (read on 2026-11-23). */
const errorSchema = z.looseObject({
  error: z.looseObject({
    message: z.string().catch(''),
    errors: z.array(z.looseObject({ reason: z.string().catch('') })).catch([]),
    status: z.string().optional().catch(undefined),
    details: z.array(z.looseObject({ reason: z.string().optional().catch(undefined), metadata: z.record(z.string(), z.string()).optional().catch(undefined) })).catch([])
  })
})

/** What an interface of Google's says of its refusal. */
export interface ToldByGoogle {
  /** Google's own words for the reason, the older way first. */
  readonly names: readonly string[]
  /** For people, short and without anything that looks like a secret. */
  readonly message: string
  /** The project has never been given a single call: a limit of 0 is what was exceeded. */
  readonly isOfNoQuota: boolean
}

/** null: these are not Google's words. */
export function readGoogleError(json: unknown): ToldByGoogle | null {
  const parsed = errorSchema.safeParse(json)
  if (!parsed.success) return null
  const { errors, details, message } = parsed.data.error
  return {
    names: [...errors, ...details].flatMap(({ reason }) => (reason === undefined || reason === '' ? [] : [reason])),
    message: redactText(message).slice(0, 300),
    isOfNoQuota: details.some(({ metadata }) => metadata?.['quota_limit_value'] === '0')
  }
}

export type RefusedByGoogle = (code: StudioError['code'], reason: string, more?: { readonly retryable?: boolean; readonly until?: number }) => StudioError

/** Makes our errors of one refusal; `told` null: nothing is known of it but its status. */
export function refusedByGoogle({ response: { status, url } }: Pick<ApiAnswer, 'response'>, told: ToldByGoogle | null): RefusedByGoogle {
  const { names, message } = told ?? { names: [], message: '' }
  return (code, reason, { retryable = false, until } = {}) => {
    const host = URL.canParse(url) ? new URL(url).host : ''
    const details = { host, status, ...(names[0] === undefined ? {} : { name: names[0] }), ...(reason === '' ? {} : { reason }), ...(until === undefined ? {} : { until }) }
    return studioError(code, `refused with ${status} ${names.join(', ')}: ${message}`, { retryable, details })
  }
}

/** Too much at once; it passes. */
export const ofTheMoment: ReadonlySet<string> = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'uploadRateLimitExceeded', 'RATE_LIMIT_EXCEEDED'])
/** The project has not enabled the interface that was asked. */
export const notSwitchedOn: ReadonlySet<string> = new Set(['accessNotConfigured', 'SERVICE_DISABLED'])
/** The login was not given the right. */
export const withoutRight: ReadonlySet<string> = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'])

export function hasOne(names: readonly string[], known: ReadonlySet<string>): boolean {
  return names.some((name) => known.has(name))
}
