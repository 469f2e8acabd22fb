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
  /** The last day that was dealt with. */
  readonly madeUntil: string
  /** The workspace's zone for which the user said that the series keeps its own; null: never asked. */
  readonly zoneKeptFor: string | null
  readonly createdAt: number
  readonly updatedAt: number
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
  .transform((row): SeriesRecord => ({
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

export const occurrenceRowSchema = z
  .object({ series_id: z.string(), date: z.string(), state: z.enum(occurrenceStates), post_id: z.string().nullable(), is_settled: z.int() })
  .transform((row): OccurrenceRecord => ({ seriesId: row.series_id, date: row.date, state: row.state, postId: row.post_id, isSettled: row.is_settled === 1 }))
