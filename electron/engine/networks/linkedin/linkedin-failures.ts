import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { redactText } from '../../http/redact.ts'
import { reasonOf, type ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'

const inputError = z.looseObject({ code: z.string().optional().catch(undefined), description: z.string().optional().catch(undefined) })
const errorSchema = z.looseObject({
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  errorDetails: z.looseObject({ inputErrors: z.array(inputError).optional().catch(undefined) }).optional().catch(undefined)
})

const day = 86_400_000

/** What LinkedIn means by its refusals: https://learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling (read on 2026-11-21). */
export function explainLinkedinFailure({ response: { status, headers }, json }: ApiAnswer, { isRenewable, now }: { readonly isRenewable: boolean; readonly now: number }): NetworkFailure | null {
  const reason = reasonOf(json)
  const details = { status, ...(reason === '' ? {} : { reason }) }
  if (status === 401 && isRenewable) return { kind: 'auth_expired', error: studioError('auth_expired', 'the access has ended', { retryable: true, details }) }
  // A day's calls are used up; LinkedIn names no time, and counts by the day of UTC: https://learn.microsoft.com/linkedin/shared/api-guide/concepts/rate-limits
  if (status === 429 && headers['retry-after'] === undefined && /\bday\b/i.test(reason)) {
    const until = (Math.floor(now / day) + 1) * day
    return { kind: 'rate_limited', until, error: studioError('rate_limited', 'the calls of this day are used up', { retryable: true, details: { ...details, until } }) }
  }
  const duplicate = duplicateOf(json)
  if (status >= 400 && status < 500 && duplicate !== null) return { kind: 'rejected', error: studioError('rejected', 'the same words stand there already', { details: { status, reason: 'duplicate', duplicateOf: duplicate } }) }
  return null
}

/** The post that says the same already, where the refusal is for that. Its name is only in the sentence. */
function duplicateOf(json: unknown): string | null {
  const parsed = errorSchema.safeParse(json)
  if (!parsed.success) return null
  const { code, message, errorDetails } = parsed.data
  const told = [{ code, description: message }, ...(errorDetails?.inputErrors ?? [])]
  if (!told.some((each) => each.code === 'DUPLICATE_POST' || /\bduplicate\b/i.test(each.description ?? ''))) return null
  return /urn:li:(?:share|ugcPost|activity):\d{1,20}/.exec(redactText(told.map(({ description = '' }) => description).join(' ')))?.[0] ?? ''
}

/** Of a refusal for the same words: the post that says them, '' when LinkedIn does not name it; null for every other failure. */
export function duplicateNamedBy({ error }: NetworkFailure): string | null {
  const named = error.details?.['duplicateOf']
  return typeof named === 'string' ? named : null
}
