import { fail, succeed, type Result } from '../../../../shared/contract/result.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { withTargets } from '../../../../shared/posts/post-parts.ts'
import type { PostContent, PostMedia } from '../../../../shared/posts/post.ts'
import type { AccountsService } from '../../accounts/accounts-service.ts'
import type { MediaService } from '../../media/media-service.ts'
import { isSameContent } from '../decide-save.ts'
import { saveDraft, type SaveNeeds } from '../save-draft.ts'

export interface RestoreNeeds extends SaveNeeds {
  readonly accounts: Pick<AccountsService, 'list'>
  readonly media: Pick<MediaService, 'list'>
}

export interface RestoreInput {
  readonly postId: string
  readonly revision: number
  readonly versionId: string
}

/**
 * Puts an earlier version in the place of what is stored, which becomes a version itself, in one transaction. Answers the id of that one; null when nothing had to
 * change: the answer to the first call was lost.
 */
export function restoreVersion(needs: RestoreNeeds, { postId, revision, versionId }: RestoreInput): Result<string | null> {
  return needs.context.database.transaction((): Result<string | null> => {
    const [stored, version] = [needs.repository.read(postId), needs.versions.read(postId, versionId)]
    if (stored === null || version === null) return fail(studioError('not_found', 'no such version of this post'))
    const content = stillThere(needs, version.content)
    if (isSameContent(stored, content)) return succeed(null)
    const saved = saveDraft(needs, { postId, revision, content, keepAs: 'restore' })
    if (!saved.ok) return saved
    return succeed(needs.versions.holding(stored))
  }).immediate()
}

/** Without accounts that were removed since; images are kept as long as a version names them, but a file may be lost. */
function stillThere({ accounts, media }: RestoreNeeds, content: PostContent): PostContent {
  const inUse = new Set(accounts.list().map(({ id }) => id))
  const kept = withTargets(content, content.targets.filter(({ accountId }) => inUse.has(accountId)))
  const images = [kept.media, ...(kept.moreParts ?? []).map((part) => part.media)].flat()
  const known = new Set(media.list(images.map(({ mediaId }) => mediaId)).map(({ id }) => id))
  const ofThose = (items: readonly PostMedia[]): PostMedia[] => items.filter(({ mediaId }) => known.has(mediaId))
  return { ...kept, media: ofThose(kept.media), ...(kept.moreParts === undefined ? {} : { moreParts: kept.moreParts.map((part) => ({ ...part, media: ofThose(part.media) })) }) }
}
