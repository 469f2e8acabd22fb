import type { SeriesRecord } from './series-record.ts'

/** What the other features know of series. Writes are the caller's transaction; `tell` follows the commit. */
export interface SeriesService {
  /** Those that go by the clocks of another zone, and for which nobody said yet that they shall. */
  followOtherZones(zone: string): readonly Pick<SeriesRecord, 'id' | 'plan'>[]
  seriesOfPost(postId: string): string | null
  /** The user said that it keeps its own zone though the workspace's is this one. */
  keepsOwnZone(seriesId: string, zone: string): boolean
  keepZone(seriesId: string, zone: string): void
  /** The same hour by the clocks of this zone, for all that is to come. */
  followHour(seriesId: string, zone: string): void
  tell(seriesId: string): void
}
