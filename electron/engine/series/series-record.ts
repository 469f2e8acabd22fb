import { z } from 'zod'
import { postContentSchema, type PostContent } from '../../../shared/posts/post.ts'
import { occurrenceStates, recurrenceRuleSchema, seriesEndSchema, seriesStates, type OccurrenceState, type SeriesPlan, type SeriesState } from '../../../shared/series/series.ts'

/** A series as it is stored. */
export interface SeriesRecord {
  readonly id: string
  readonly revision: number
  readonly state: SeriesState
  readonly content: PostContent
  readonly excerpt: string
  readonly plan: SeriesPlan
  /** What it said before it was changed, for the days before the change; by day. */
  readonly earlier: readonly EarlierVersion[]
  /** The last day that was dealt with. */
  readonly madeUntil: string
  /** The workspace's zone for which the user said that the series keeps its own; null: never asked. */
  readonly zoneKeptFor: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** Holds for the days after those of the version before it, until this one. */
export interface EarlierVersion {
  readonly until: string
  readonly content: PostContent
  readonly plan: Omit<SeriesPlan, 'timeZone'>
}

export interface OccurrenceRecord {
  readonly seriesId: string
  readonly date: string
  readonly state: OccurrenceState
  readonly postId: string | null
  /** False: its time went by and nobody was asked yet. */
  readonly isSettled: boolean
}

const json = <Schema extends z.ZodType>(schema: Schema) => z.string().transform((text): unknown => JSON.parse(text)).pipe(schema)

export const seriesRowSchema = z
  .object({
    id: z.string(),
    revision: z.int(),
    state: z.enum(seriesStates),
    content: json(postContentSchema),
    excerpt: z.string(),
    rule: json(recurrenceRuleSchema),
    local_time: z.string(),
    time_zone: z.string(),
    start_date: z.string(),
    series_end: json(seriesEndSchema),
    made_until: z.string(),
    zone_kept_for: z.string().nullable(),
    created_at: z.int(),
    updated_at: z.int()
  })
  .transform((row): Omit<SeriesRecord, 'earlier'> => ({
    id: row.id,
    revision: row.revision,
    state: row.state,
    content: row.content,
    excerpt: row.excerpt,
    plan: { rule: row.rule, localTime: row.local_time, timeZone: row.time_zone, startDate: row.start_date, end: row.series_end },
    madeUntil: row.made_until,
    zoneKeptFor: row.zone_kept_for,
    createdAt: row.created_at,
    updatedAt: row.updated_at
  }))

export const earlierRowSchema = z
  .object({ until: z.string(), content: json(postContentSchema), rule: json(recurrenceRuleSchema), local_time: z.string(), start_date: z.string(), series_end: json(seriesEndSchema) })
  .transform((row): EarlierVersion => ({ until: row.until, content: row.content, plan: { rule: row.rule, localTime: row.local_time, startDate: row.start_date, end: row.series_end } }))

export const occurrenceRowSchema = z
  .object({ series_id: z.string(), date: z.string(), state: z.enum(occurrenceStates), post_id: z.string().nullable(), is_settled: z.int() })
  .transform((row): OccurrenceRecord => ({ seriesId: row.series_id, date: row.date, state: row.state, postId: row.post_id, isSettled: row.is_settled === 1 }))
