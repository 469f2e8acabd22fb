import { z } from 'zod'
import { idSchema, instantSchema, localDateSchema, localTimeSchema, timeZoneSchema } from '../contract/identifiers.ts'
import { studioErrorSchema } from '../errors/studio-error.ts'
import { postProblemSchema } from '../posts/post-problem.ts'

/** 1 is Monday, 7 Sunday, as in ISO 8601. */
const weekdaySchema = z.int().min(1).max(7)

/**
 * On which days a post repeats. `weeks`: every so many weeks, counted from the week of `from` (Monday first), so that a later change of the series does not shift them. `month_date` 31 means the last day in months that are shorter; `nth` -1 the last such weekday of the month.
 */
export const recurrenceRuleSchema = z.discriminatedUnion('every', [
  z.object({ every: z.literal('day') }),
  z.object({ every: z.literal('week'), weekdays: z.array(weekdaySchema).min(1).max(7) }),
  z.object({ every: z.literal('weeks'), interval: z.int().min(2).max(8), weekdays: z.array(weekdaySchema).min(1).max(7), from: localDateSchema }),
  z.object({ every: z.literal('month_date'), day: z.int().min(1).max(31) }),
  z.object({ every: z.literal('month_weekday'), nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]), weekday: weekdaySchema })
])
export type RecurrenceRule = z.infer<typeof recurrenceRuleSchema>

/** A series always ends: one that everybody forgot does not post for ever. `until` is its last possible day; `count` counts skipped and missed times too. */
export const seriesEndSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('until'), date: localDateSchema }),
  z.object({ kind: z.literal('count'), count: z.int().min(1).max(500) })
])
export type SeriesEnd = z.infer<typeof seriesEndSchema>

/** When the posts of a series go out: on the days of the rule, at this hour of the zone's clocks, summer and winter. */
export const seriesPlanSchema = z.object({
  rule: recurrenceRuleSchema,
  /** `09:00` */
  localTime: localTimeSchema,
  timeZone: timeZoneSchema,
  startDate: localDateSchema,
  end: seriesEndSchema
})
export type SeriesPlan = z.infer<typeof seriesPlanSchema>

export const seriesStates = ['active', 'paused', 'ended'] as const
export type SeriesState = (typeof seriesStates)[number]

/** `planned`: a post of its own stands for it · `skipped`: the user left it out · `passed`: its time went by with the computer off. */
export const occurrenceStates = ['planned', 'skipped', 'passed'] as const
export type OccurrenceState = (typeof occurrenceStates)[number]

/** A series as the page sees it. */
export const seriesSchema = z.object({
  id: idSchema,
  state: z.enum(seriesStates),
  plan: seriesPlanSchema,
  excerpt: z.string(),
  occurrences: z.array(z.object({ date: localDateSchema, state: z.enum(occurrenceStates), postId: idSchema.nullable() })),
  /** Waiting with their networks when the series was changed, paused or ended, and on the way back; `failure`: why a network has not let it go yet. */
  calledBack: z.array(z.object({ date: localDateSchema, postId: idSchema, dueAt: instantSchema, accountIds: z.array(idSchema), failure: studioErrorSchema.nullable() })),
  /** Days ahead that could not be planned while nobody looked, and why: they stand as drafts. */
  unplanned: z.array(z.object({ date: localDateSchema, postId: idSchema, problems: z.array(postProblemSchema).min(1) })),
  /** Times that went by unsent and that nobody was asked about yet: one question for all; null when there is none. */
  missed: z.object({ dates: z.array(localDateSchema).min(1), postId: idSchema.nullable() }).nullable()
})
export type Series = z.infer<typeof seriesSchema>

/** A day of a series that was changed by itself and waits: nothing that is done with the series touches it. */
export const dayApartSchema = z.object({ date: localDateSchema, postId: idSchema, dueAt: instantSchema, excerpt: z.string() })
export type DayApart = z.infer<typeof dayApartSchema>
