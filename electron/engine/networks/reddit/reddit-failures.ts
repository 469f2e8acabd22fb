import { studioError } from '../../../../shared/errors/studio-error.ts'
import { redactText } from '../../http/redact.ts'
import { reasonOf, type ApiAnswer } from '../api-call.ts'
import type { LimitReading } from '../network-limits.ts'
import type { NetworkFailure } from '../network-failure.ts'

/** What Reddit means by its refusals, where the status alone would not say: https://www.reddit.com/r/redditdev/wiki/api/errors (read on 2026-11-21). */
export function explainRedditFailure({ response: { status }, json }: ApiAnswer, isRenewable: boolean): NetworkFailure | null {
  const reason = reasonOf(json)
  const details = { status, ...(reason === '' ? {} : { reason }) }
  return status === 401 && isRenewable ? { kind: 'auth_expired', error: studioError('auth_expired', 'the access has ended', { retryable: true, details }) } : null
}

/** A refusal that comes with 200: its code, its words and the field that it is about. */
export type RedditRefusal = readonly unknown[]

const knownReasons: Readonly<Record<string, string>> = { ALREADY_SUB: 'duplicate', INVALID_CROSSPOST_THING: 'quoted_gone' }

const minute = 60_000
const longest = 24 * 60 * minute

export function failureOfRefusal(refusal: RedditRefusal, ratelimit: number | undefined, now: number): NetworkFailure {
  const [code = '', words = ''] = refusal.map((part) => (typeof part === 'string' ? redactText(part).slice(0, 300) : ''))
  if (code === 'RATELIMIT') {
    const until = now + Math.min(longest, ratelimit === undefined ? waitIn(words) : ratelimit * 1000)
    return { kind: 'rate_limited', until, error: studioError('rate_limited', `refused: ${words}`, { retryable: true, details: { reason: words, until } }) }
  }
  return { kind: 'rejected', error: studioError('rejected', `refused with ${code}: ${words}`, { details: { code, reason: knownReasons[code] ?? (words === '' ? code : words) } }) }
}

/** “Take a break for 9 minutes before trying again.” */
function waitIn(words: string): number {
  const [, count, unit = ''] = /(\d{1,4}) (second|minute|hour)/.exec(words) ?? []
  const each = unit === 'second' ? 1000 : unit === 'hour' ? 60 * minute : minute
  return count === undefined ? 10 * minute : Number(count) * each
}

export function isDuplicate({ error }: NetworkFailure): boolean {
  return error.details?.['code'] === 'ALREADY_SUB'
}

/** `X-Ratelimit-Used`, `-Remaining` and `-Reset` in seconds from now: https://support.reddithelp.com/hc/articles/16160319875092 (read on 2026-11-21). */
export function readRedditLimits(headers: Readonly<Record<string, string>>, now: number): readonly LimitReading[] {
  const [used, remaining, reset] = ['used', 'remaining', 'reset'].map((name) => Number(headers[`x-ratelimit-${name}`] ?? Number.NaN))
  if (used === undefined || remaining === undefined || reset === undefined || ![used, remaining, reset].every(Number.isFinite) || reset <= 0) return []
  return [{ scope: 'account', bucket: 'reddit', max: Math.max(1, Math.round(used + remaining)), remaining: Math.max(0, Math.floor(remaining)), resetsAt: now + Math.ceil(reset) * 1000 }]
}
