import { z } from 'zod'
import { studioError, type StudioError } from '../../../../shared/errors/studio-error.ts'
import { redactText } from '../../http/redact.ts'
import type { ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'
import { retryAfter } from '../retry-after.ts'

/** https://developers.dailymotion.com/v2/reference/api-errors (read on 2026-11-21). */
const errorSchema = z.looseObject({ error: z.looseObject({ code: z.string(), message: z.string().catch('') }) })

type Meaning = 'renew' | 'slow_down' | 'no_right' | 'gone' | 'refused'

/** null: the status says it all. */
function meaningOf(status: number, code: string): Meaning | null {
  // The access lasts some hours, and the key opens the next one.
  if (status === 401) return 'renew'
  if (status === 429 || /RATE_LIMIT|QUOTA|TOO_MANY/.test(code)) return 'slow_down'
  if (status === 403 && /PERMISSION|SCOPE/.test(code)) return 'no_right'
  if (status === 404) return 'gone'
  return [400, 403, 409, 422].includes(status) ? 'refused' : null
}

/** What Dailymotion means by its refusals, where the status alone would not say. */
export function explainDailymotionFailure({ response: { status, headers, url }, json }: ApiAnswer, now: number): NetworkFailure | null {
  const parsed = errorSchema.safeParse(json)
  if (!parsed.success || status >= 500) return null
  const { code, message } = parsed.data.error
  const reason = redactText(message).slice(0, 300)
  const error = (kind: StudioError['code'], more: { readonly reason?: string; readonly until?: number; readonly retryable?: boolean } = {}): StudioError => {
    const { retryable = false, ...details } = more
    return studioError(kind, `refused with ${status} ${code}: ${reason}`, { retryable, details: { host: URL.canParse(url) ? new URL(url).host : '', status, name: code, reason, ...details } })
  }
  switch (meaningOf(status, code)) {
    case 'renew':
      return { kind: 'auth_expired', error: error('auth_expired', { retryable: true }) }
    case 'slow_down': {
      const until = retryAfter(headers, now)
      return { kind: 'rate_limited', until, error: error('rate_limited', { retryable: true, until }) }
    }
    case 'no_right':
      return { kind: 'auth_revoked', error: error('auth_revoked') }
    case 'gone':
      return { kind: 'rejected', error: error('rejected', { reason: 'gone' }) }
    case 'refused':
      return { kind: 'rejected', error: error('rejected') }
    case null:
      return null
  }
}
