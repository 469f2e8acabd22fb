import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { Feed } from '../../../shared/watch/feed.ts'
import { feedReading } from './feed-reading.ts'
import type { ReadingChoice } from './watch-list-store.ts'

export type EmptyReadingReason =
  | { readonly kind: 'all_read' | 'nothing_starred' | 'no_match' | 'no_items' | 'first_reading' | 'waiting' }
  /** `feed`: when it is a single one, so that it can be given up. */
  | { readonly kind: 'never_read'; readonly error: StudioError; readonly feed: Feed | null }

/** Why there is nothing in the reading list. */
export function emptyReading({ source, unreadOnly }: ReadingChoice, feeds: readonly Feed[], isOnline: boolean): EmptyReadingReason {
  if (source.kind === 'starred') return { kind: unreadOnly ? 'all_read' : 'nothing_starred' }
  if (source.kind === 'rule') return { kind: unreadOnly ? 'all_read' : 'no_match' }
  const asked = feeds.filter((feed) => source.kind === 'all' || (source.kind === 'feed' ? feed.id === source.feedId : feed.folder === source.folder))
  const neverRead = ofFeedsNeverRead(asked, isOnline)
  return neverRead ?? { kind: unreadOnly ? 'all_read' : 'no_items' }
}

/** null as soon as one of them was read. */
function ofFeedsNeverRead(feeds: readonly Feed[], isOnline: boolean): EmptyReadingReason | null {
  const readings = feeds.map((feed) => ({ feed, reading: feedReading(feed, isOnline) }))
  if (readings.length === 0 || readings.some(({ reading }) => reading.kind === 'read' || reading.kind === 'failing')) return null
  // What is still under way may bring something; only when all have failed is that the word.
  const open = readings.find(({ reading }) => reading.kind === 'first_reading' || reading.kind === 'waiting')
  if (open) return { kind: open.reading.kind === 'waiting' ? 'waiting' : 'first_reading' }
  const [first] = readings
  return first?.reading.kind === 'never_read' ? { kind: 'never_read', error: first.reading.error, feed: readings.length === 1 ? first.feed : null } : null
}
