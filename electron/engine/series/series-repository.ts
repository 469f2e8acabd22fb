import type Database from 'better-sqlite3'
import { earlierRowSchema, occurrenceRowSchema, seriesRowSchema, type OccurrenceRecord, type SeriesRecord } from './series-record.ts'

/** Reads throw for a row that cannot be parsed. Writes are the caller's transaction. */
export interface SeriesRepository {
  read(seriesId: string): SeriesRecord | null
  list(): readonly SeriesRecord[]
  write(series: SeriesRecord): void
  /** What it said before, instead of what stood there. */
  writeEarlier(series: Pick<SeriesRecord, 'id' | 'earlier'>): void
  /** By day. */
  occurrences(seriesId: string): readonly OccurrenceRecord[]
  occurrence(seriesId: string, date: string): OccurrenceRecord | null
  occurrenceOfPost(postId: string): OccurrenceRecord | null
  /** New, or instead of the one that is there. */
  put(occurrence: OccurrenceRecord): void
  remove(seriesId: string, date: string): void
}

export function createSeriesRepository(database: Database.Database): SeriesRepository {
  const byId = database.prepare('SELECT * FROM post_series WHERE id = ?')
  const all = database.prepare('SELECT * FROM post_series ORDER BY created_at, id')
  const upsert = database.prepare(
    `INSERT INTO post_series (id, revision, state, content, excerpt, rule, local_time, time_zone, start_date, series_end, made_until, zone_kept_for, created_at, updated_at)
     VALUES (@id, @revision, @state, @content, @excerpt, @rule, @localTime, @timeZone, @startDate, @end, @madeUntil, @zoneKeptFor, @createdAt, @updatedAt)
     ON CONFLICT (id) DO UPDATE SET revision = @revision, state = @state, content = @content, excerpt = @excerpt, rule = @rule, local_time = @localTime,
       time_zone = @timeZone, start_date = @startDate, series_end = @end, made_until = @madeUntil, zone_kept_for = @zoneKeptFor, updated_at = @updatedAt`
  )
  const ofSeries = database.prepare('SELECT * FROM series_occurrences WHERE series_id = ? ORDER BY date')
  const one = database.prepare('SELECT * FROM series_occurrences WHERE series_id = ? AND date = ?')
  const ofPost = database.prepare('SELECT * FROM series_occurrences WHERE post_id = ?')
  const put = database.prepare(
    `INSERT INTO series_occurrences (series_id, date, state, post_id, is_settled) VALUES (@seriesId, @date, @state, @postId, @isSettled)
     ON CONFLICT (series_id, date) DO UPDATE SET state = @state, post_id = @postId, is_settled = @isSettled`
  )
  const remove = database.prepare('DELETE FROM series_occurrences WHERE series_id = ? AND date = ?')
  const earlier = database.prepare('SELECT until, content, rule, local_time, start_date, series_end FROM series_earlier_versions WHERE series_id = ? ORDER BY until')
  const forget = database.prepare('DELETE FROM series_earlier_versions WHERE series_id = ?')
  const keep = database.prepare(
    `INSERT INTO series_earlier_versions (series_id, until, content, rule, local_time, start_date, series_end) VALUES (@id, @until, @content, @rule, @localTime, @startDate, @end)`
  )
  const seriesOf = (row: unknown): SeriesRecord => {
    const series = seriesRowSchema.parse(row)
    return { ...series, earlier: earlier.all(series.id).map((version) => earlierRowSchema.parse(version)) }
  }
  const occurrenceOf = (row: unknown): OccurrenceRecord | null => (row === undefined ? null : occurrenceRowSchema.parse(row))

  return {
    read(seriesId) {
      const row = byId.get(seriesId)
      return row === undefined ? null : seriesOf(row)
    },
    list: () => all.all().map(seriesOf),
    write({ plan, content, ...series }) {
      const { rule, end, ...when } = plan
      upsert.run({ ...series, ...when, rule: JSON.stringify(rule), end: JSON.stringify(end), content: JSON.stringify(content) })
    },
    writeEarlier(series) {
      forget.run(series.id)
      for (const { until, content, plan } of series.earlier) {
        const { rule, end, localTime, startDate } = plan
        keep.run({ id: series.id, until, localTime, startDate, rule: JSON.stringify(rule), end: JSON.stringify(end), content: JSON.stringify(content) })
      }
    },
    occurrences: (seriesId) => ofSeries.all(seriesId).map((row) => occurrenceRowSchema.parse(row)),
    occurrence: (seriesId, date) => occurrenceOf(one.get(seriesId, date)),
    occurrenceOfPost: (postId) => occurrenceOf(ofPost.get(postId)),
    put(occurrence) {
      put.run({ ...occurrence, isSettled: occurrence.isSettled ? 1 : 0 })
    },
    remove(seriesId, date) {
      remove.run(seriesId, date)
    }
  }
}
