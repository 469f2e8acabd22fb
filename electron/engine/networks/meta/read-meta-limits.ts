import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { parseJson } from '../../http/parse-json.ts'
import { redactText } from '../../http/redact.ts'
import type { ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'
import type { LimitReading } from '../network-limits.ts'
import { retryAfter } from '../retry-after.ts'

type Headers = Readonly<Record<string, string>>

const minute = 60_000
/** Shares are those of a rolling hour; without a word about the end, nothing used up is free again sooner. */
const windowMs = 60 * minute

/** No window of Meta's is longer than a day; a block can grow past it, not past this. More is nonsense, and would silence an account for ever. */
const longestBlockMinutes = 7 * 24 * 60

/** Anything that is no number counts as nothing said, below zero as zero. */
const share = z
  .unknown()
  .transform((value) => (typeof value === 'number' || typeof value === 'string' ? Math.max(0, Number(value)) || 0 : 0))
  .prefault(0)
const usageSchema = z.object({ call_count: share, total_time: share, total_cputime: share })
const businessUsageSchema = usageSchema.extend({ type: z.string().catch(''), estimated_time_to_regain_access: share })
/** One entry that is no usage does not hide the others. */
const businessSchema = z.record(z.string(), z.array(businessUsageSchema.nullable().catch(null)).catch([]))

type Usage = z.infer<typeof usageSchema>

/**
 * What Meta's networks say with each answer, as shares of a hundred: `X-App-Usage` of all that this app does for anybody, `X-Page-Usage` of one page,
 * `X-Business-Use-Case-Usage` of each business object, with the minutes until it may be asked again once it is throttled. The highest of the three shares
 * throttles. https://developers.facebook.com/docs/graph-api/overview/rate-limiting (read on 2026-11-21).
 */
export function readMetaLimits(headers: Headers, now: number): readonly LimitReading[] {
  const app = usageSchema.safeParse(parseJson(headers['x-app-usage'] ?? ''))
  const page = usageSchema.safeParse(parseJson(headers['x-page-usage'] ?? ''))
  const business = businessSchema.safeParse(parseJson(headers['x-business-use-case-usage'] ?? ''))
  return [
    ...(app.success ? [readingOf(app.data, 'app', 'usage', now + windowMs)] : []),
    ...(page.success ? [readingOf(page.data, 'account', 'page', now + windowMs)] : []),
    ...(business.success ? Object.entries(business.data).flatMap(([id, usages]) => usages.flatMap((usage) => (usage === null ? [] : [ofBusiness(id, usage, now)]))) : [])
  ]
}

/** Until when a call that Meta throttled must not be made again, ms since the epoch: asking earlier makes the block longer. */
export function metaThrottledUntil(headers: Headers, now: number): number {
  const usedUp = readMetaLimits(headers, now).filter(({ remaining }) => remaining <= 0)
  if (usedUp.length > 0) return Math.max(...usedUp.map(({ resetsAt }) => resetsAt))
  // No word of Meta's own; what stands in front of it may have told a time.
  return headers['retry-after'] === undefined ? now + windowMs : retryAfter(headers, now)
}

/** What Meta says when too much was asked: by the app, for a user, of a page, under a rule of the call's own; 80000 to 80014 by a business, for each use. */
const throttleCodes: ReadonlySet<number> = new Set([4, 17, 32, 613, ...Array.from({ length: 15 }, (_, use) => 80_000 + use)])
const errorSchema = z.looseObject({ error: z.looseObject({ code: z.int(), message: z.string().catch('') }) })

/** Reads a throttle of Meta's, which comes as a refusal of another status (400, 403) as well as 429; null: the answer is none. */
export function explainMetaThrottle({ response: { status, headers, url }, json }: ApiAnswer, now: number): NetworkFailure | null {
  const told = errorSchema.safeParse(json)
  const code = told.success ? told.data.error.code : null
  if (status !== 429 && (code === null || !throttleCodes.has(code))) return null
  const until = metaThrottledUntil(headers, now)
  const reason = told.success ? redactText(told.data.error.message).slice(0, 300) : ''
  const details = { host: URL.canParse(url) ? new URL(url).host : '', status, until, ...(reason === '' ? {} : { reason }) }
  return { kind: 'rate_limited', until, error: studioError('rate_limited', `throttled${code === null ? '' : ` with code ${code}`}`, { retryable: true, details }) }
}

/** Minutes that are named mean a throttle, whatever the shares say. */
function ofBusiness(id: string, { type, estimated_time_to_regain_access: minutes, ...usage }: z.infer<typeof businessUsageSchema>, now: number): LimitReading {
  const bucket = `business ${id} ${type}`
  if (minutes > 0) return { scope: 'account', bucket, max: 100, remaining: 0, resetsAt: now + Math.ceil(Math.min(minutes, longestBlockMinutes) * minute) }
  return readingOf(usage, 'account', bucket, now + windowMs)
}

function readingOf({ call_count, total_time, total_cputime }: Usage, scope: LimitReading['scope'], bucket: string, resetsAt: number): LimitReading {
  const used = Math.max(call_count, total_time, total_cputime)
  return { scope, bucket, max: 100, remaining: Math.max(0, Math.floor(100 - used)), resetsAt }
}
