import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { longestWaitMs } from '../../http/read-retry-after.ts'
import { redactText } from '../../http/redact.ts'
import type { ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'

const refusalSchema = z.looseObject({ ok: z.literal(false), description: z.string().optional(), parameters: z.looseObject({ retry_after: z.number().positive().optional() }).optional() })

/** Telegram gives its reason as `description`, and the time to wait in the body: https://core.telegram.org/bots/api#making-requests (read on 2026-11-21). */
export function explainTelegramFailure({ response: { status }, json }: ApiAnswer, now: number): NetworkFailure | null {
  const parsed = refusalSchema.safeParse(json)
  if (!parsed.success) return null
  const reason = redactText(parsed.data.description ?? '').slice(0, 300)
  const details = { status, ...(reason === '' ? {} : { reason }) }
  const wait = parsed.data.parameters?.retry_after
  if (status === 429 && wait !== undefined) {
    const until = now + Math.min(wait * 1000, longestWaitMs)
    return { kind: 'rate_limited', until, error: studioError('rate_limited', 'Telegram wants no such call yet', { retryable: true, details: { ...details, until } }) }
  }
  if (![400, 403, 404, 409].includes(status)) return null
  return { kind: 'rejected', error: studioError('rejected', `Telegram refused (${status}): ${reason}`, { details }) }
}

export function statusOf(failure: NetworkFailure): unknown {
  return failure.error.details?.['status']
}
