import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'
import { isFollower } from './job-payload.ts'
import type { JobRecord } from './job-record.ts'
import type { OutboxRepository } from './outbox-repository.ts'

interface DropCoversNeeds {
  readonly repository: Pick<OutboxRepository, 'ofPosts'>
  readonly ledger: {
    drop(cover: JobRecord, reason: CancelReason, changes: Partial<JobRecord>, options: { readonly isQuiet: boolean }): unknown
    touch(cover: JobRecord, changes: Partial<JobRecord>): unknown
  }
}

/** Inside a transaction: a film is no longer there under this name, so its cover is not set any more, it goes into no list, gets no subtitles, and nobody is asked about it. */
export function dropCoversOf({ repository, ledger }: DropCoversNeeds, { accountId, postId }: Pick<JobRecord, 'accountId' | 'postId'>, remoteId: string | null): void {
  if (postId === null || remoteId === null) return
  for (const cover of repository.ofPosts([postId], 'covers')) {
    if (cover.finishedAt !== null || cover.accountId !== accountId || filmOf(cover) !== remoteId) continue
    // The call under way ends by itself: refused, as there is no film, it is cancelled with this reason.
    if (cover.state === 'sending') ledger.touch(cover, { cancelReason: 'film_gone' })
    else ledger.drop(cover, 'film_gone', {}, { isQuiet: true })
  }
}

/** The film that it follows; null: it follows none. */
function filmOf({ payload }: Pick<JobRecord, 'payload'>): string | null {
  return isFollower(payload) ? payload.remoteId : null
}
