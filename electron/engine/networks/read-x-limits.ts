import { readFamily } from './read-limit-headers.ts'
import type { LimitReading } from './network-limits.ts'

type Headers = Readonly<Record<string, string>>

/**
 * X tells a budget for each window of fifteen minutes (`x-rate-limit-*`), and with what is posted those of a day: of the user, and of the app, which all
 * accounts that log in through it share. https://docs.x.com/x-api/fundamentals/rate-limits (read on 2026-11-21).
 */
export function readXLimits(headers: Headers, now: number): readonly LimitReading[] {
  return readLimits(headers, now, { window: null, day: 'day' })
}

/** Those of private messages have the same sizes for other things: they go by names of their own. */
export function readXMessageLimits(use: 'read_messages' | 'send_message'): (headers: Headers, now: number) => readonly LimitReading[] {
  return (headers, now) => readLimits(headers, now, { window: use, day: `day ${use}` })
}

function readLimits(headers: Headers, now: number, { window, day }: { readonly window: string | null; readonly day: string }): readonly LimitReading[] {
  return [
    ...readFamily(headers, 'x-rate-limit', now, { scope: 'account', bucket: window }),
    ...readFamily(headers, 'x-user-limit-24hour', now, { scope: 'account', bucket: day }),
    ...readFamily(headers, 'x-app-limit-24hour', now, { scope: 'app', bucket: day })
  ]
}
