import { z } from 'zod'
import { studioError, type StudioError } from '../../../../shared/errors/studio-error.ts'
import { redactText } from '../../http/redact.ts'
import type { ApiAnswer, Effect } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'
import { explainMetaThrottle } from './read-meta-limits.ts'

const errorSchema = z.looseObject({
  error: z.looseObject({
    code: z.int(),
    error_subcode: z.int().optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
    message: z.string().catch(''),
    error_user_msg: z.string().optional().catch(undefined)
  })
})

interface Told {
  readonly code: number
  readonly subcode: number | null
  readonly isTransient: boolean
  readonly reason: string
}

/** The token ended, was taken back, or is none: https://developers.facebook.com/docs/graph-api/guides/error-handling (read on 2026-11-21). */
const accessCodes: ReadonlySet<number> = new Set([102, 190])
/** Below zero, Instagram’s own: its server failed (https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes, read on 2026-11-21). */
const temporaryCodes: ReadonlySet<number> = new Set([-1, 1, 2])
/** 3: not for this app; 10 and 200 to 299: a permission is missing, or the role on the Page. */
const isPermission = (code: number): boolean => code === 3 || code === 10 || (code >= 200 && code < 300)
const goneSubcode = 33
const duplicateCode = 506

export function readMetaError(json: unknown): Told | null {
  const parsed = errorSchema.safeParse(json)
  if (!parsed.success) return null
  const { code, error_subcode, is_transient, error_user_msg, message } = parsed.data.error
  return { code, subcode: error_subcode ?? null, isTransient: is_transient === true, reason: redactText(error_user_msg ?? message).slice(0, 300) }
}

/** What Meta means by its refusals, which come with 400 for nearly everything; null where it says nothing of its own. */
export function explainMetaFailure(answer: ApiAnswer, effect: Effect, now: number): NetworkFailure | null {
  const throttle = explainMetaThrottle(answer, now)
  if (throttle !== null) return throttle
  const told = readMetaError(answer.json)
  if (told === null) return null
  const { status, url } = answer.response
  const { code, subcode } = told
  const meant = statusOf(told, status)
  const reason = meant === 404 ? 'gone' : told.reason
  const details = { host: URL.canParse(url) ? new URL(url).host : '', status: meant, code, ...(subcode === null ? {} : { subcode }), ...(reason === '' ? {} : { reason }) }
  const error = (errorCode: StudioError['code'], retryable = false): StudioError => studioError(errorCode, `refused with code ${code}${subcode === null ? '' : `/${subcode}`}: ${reason}`, { retryable, details })
  if (accessCodes.has(code)) return { kind: 'auth_revoked', error: error('auth_revoked') }
  if (temporaryCodes.has(code) || told.isTransient || status >= 500) return { kind: effect === 'visible' ? 'unknown_outcome' : 'server_error', error: error('server_error', true) }
  return { kind: 'rejected', error: error('rejected') }
}

/** A status that says what the code means: a missing permission is none of a file's faults, and what is gone is not there. */
function statusOf({ code, subcode }: Told, status: number): number {
  if (isPermission(code)) return 403
  return (code === 100 && subcode === goneSubcode) || code === 803 ? 404 : status
}

/** The words of a post that stands there already. */
export function isDuplicate({ error }: NetworkFailure): boolean {
  return error.details?.['code'] === duplicateCode
}

/** Not there, or not for us: Meta does not tell the two apart. */
export function isNotFound({ kind, error }: NetworkFailure): boolean {
  return kind === 'rejected' && error.details?.['status'] === 404 && error.details['code'] !== undefined
}
