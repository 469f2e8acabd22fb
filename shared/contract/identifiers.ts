import { z } from 'zod'

/** Version 4 or 7 UUID in lower case; made by whoever creates the thing, so that a repeated create is harmless. */
export const idSchema = z.uuid().toLowerCase()

/** Milliseconds since 1970-01-01T00:00Z. */
export const instantSchema = z.int().min(0).max(8_640_000_000_000_000)

/** IANA name such as `Europe/Paris`; whether it exists is checked where it is used. */
export const timeZoneSchema = z.string().min(1).max(64).regex(/^[A-Za-z0-9_+\-/]+$/)

/** Wall-clock time without zone, to the minute: `2026-11-21T09:00`. */
export const localDateTimeSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)

/** A day of the calendar: `2026-11-21`; whether it exists is checked where it is used. */
export const localDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** A wall-clock hour: `09:00`. */
export const localTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const workspaceScope = { workspaceId: idSchema } as const

/** The id of one delivery of a request that takes effect once (`once.ts`). */
export const requestOnce = { requestId: idSchema.optional() } as const
