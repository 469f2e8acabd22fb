import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { Feed } from '../../../shared/watch/feed.ts'

/**
 * What can honestly be said of a feed. first_reading: its address was taken, nothing came of it yet · waiting: the same, without a
 * network · never_read: it was tried and failed, so nobody knows whether there is a feed · failing: it was read before · read: all is well.
 */
export type FeedReading =
  | { readonly kind: 'read' | 'first_reading' | 'waiting' }
  | { readonly kind: 'never_read' | 'failing'; readonly error: StudioError }

export function feedReading({ firstReadAt, failure }: Feed, isOnline: boolean): FeedReading {
  if (failure !== null) return { kind: firstReadAt === null ? 'never_read' : 'failing', error: failure }
  if (firstReadAt !== null) return { kind: 'read' }
  return { kind: isOnline ? 'first_reading' : 'waiting' }
}
