import { studioErrorSchema, type StudioError } from '../../../shared/errors/studio-error.ts'

/** A feed as the poller and the repository know it. Times in ms since the epoch. */
export interface FeedRecord {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly siteUrl: string | null
  readonly folder: string
  readonly etag: string | null
  readonly lastModified: string | null
  readonly lastFetchedAt: number | null
  /** null until the first fetch went well. */
  readonly caughtUpAt: number | null
  readonly nextFetchAt: number
  readonly notBefore: number
  readonly failures: number
  readonly failure: StudioError | null
}

export interface FeedRow {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly site_url: string | null
  readonly folder: string
  readonly etag: string | null
  readonly last_modified: string | null
  readonly last_fetched_at: number | null
  readonly caught_up_at: number | null
  readonly next_fetch_at: number
  readonly not_before: number
  readonly failures: number
  readonly failure: string | null
}

export function toFeedRecord(row: FeedRow): FeedRecord {
  return {
    id: row.id,
    url: row.url,
    title: row.title,
    siteUrl: row.site_url,
    folder: row.folder,
    etag: row.etag,
    lastModified: row.last_modified,
    lastFetchedAt: row.last_fetched_at,
    caughtUpAt: row.caught_up_at,
    nextFetchAt: row.next_fetch_at,
    notBefore: row.not_before,
    failures: row.failures,
    failure: row.failure === null ? null : readFailure(row.failure)
  }
}

/** A failure that an older or newer Vigie wrote in another form is forgotten, not a reason to fail. */
function readFailure(text: string): StudioError | null {
  const parsed = studioErrorSchema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}
