import { captionsIdsOf, fileIdsOf, withTargets } from '../../../shared/posts/post-parts.ts'
import { withEachMedia } from '../../../shared/posts/own-media.ts'
import { withCaptions } from '../../../shared/captions/with-captions.ts'
import type { PostContent, PostMedia } from '../../../shared/posts/post.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { MediaService } from '../media/media-service.ts'

export interface StillThereNeeds {
  readonly accounts: Pick<AccountsService, 'list'>
  readonly media: Pick<MediaService, 'list' | 'knownCaptions'>
}

/** A content from earlier without accounts that were removed since; images are kept as long as it names them, but a file may be lost. */
export function stillThere({ accounts, media }: StillThereNeeds, content: PostContent): PostContent {
  const inUse = new Set(accounts.list().map(({ id }) => id))
  const kept = withTargets(content, content.targets.filter(({ accountId }) => inUse.has(accountId)))
  const known = new Set(media.list(fileIdsOf(kept)).map(({ id }) => id))
  const readable = new Set(media.knownCaptions(captionsIdsOf(kept)))
  const ofThose = (items: readonly PostMedia[]): PostMedia[] =>
    items.filter(({ mediaId }) => known.has(mediaId)).map(({ cover, captions, ...item }) => ({ ...item, ...(cover === undefined || !known.has(cover.mediaId) ? {} : { cover }), ...withCaptions((captions ?? []).filter(({ captionsId }) => readable.has(captionsId))) }))
  return withEachMedia(kept, ofThose)
}
