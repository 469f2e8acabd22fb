import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { redactText } from '../../http/redact.ts'
import { reasonOf, type ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'

/** Problems come as RFC 9457 or as a list of errors; both are in the description (`Problem`, `Error`). */
const problemSchema = z.looseObject({ title: z.string().optional().catch(undefined), detail: z.string().optional().catch(undefined), errors: z.array(z.looseObject({ message: z.string().optional().catch(undefined) })).optional().catch(undefined) })

function textOf(json: unknown): string {
  const problem = problemSchema.safeParse(json)
  if (!problem.success) return ''
  const { detail, title, errors } = problem.data
  return redactText(detail ?? errors?.[0]?.message ?? title ?? '').slice(0, 300) || reasonOf(json)
}

/** The words of a post that stands there already: https://docs.x.com/x-api/fundamentals/response-codes-and-errors (read on 2026-11-21). */
export function isDuplicate({ error }: NetworkFailure): boolean {
  return error.details?.['status'] === 403 && /duplicate/i.test(String(error.details['reason'] ?? ''))
}

/** What X means by its refusals, where the status alone would not say. `isRenewable`: the access ends by itself after two hours and can be renewed. */
export function explainXFailure({ response: { status }, json }: ApiAnswer, isRenewable: boolean): NetworkFailure | null {
  const reason = textOf(json)
  const details = { status, ...(reason === '' ? {} : { reason }) }
  switch (status) {
    case 401:
      return isRenewable ? { kind: 'auth_expired', error: studioError('auth_expired', 'the access has ended', { retryable: true, details }) } : null
    case 402:
      return { kind: 'rejected', error: studioError('rejected', `no credit is left: ${reason}`, { details: { ...details, reason: 'no_credit' } }) }
    case 400:
    case 403:
    case 404:
      return { kind: 'rejected', error: studioError('rejected', `refused: ${reason}`, { details }) }
    default:
      return null
  }
}
