import { fail, succeed, type Result } from '../../../../shared/contract/result.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { isSameContent } from '../decide-save.ts'
import { saveDraft, type SaveNeeds } from '../save-draft.ts'
import { stillThere, type StillThereNeeds } from '../still-there.ts'

export type RestoreNeeds = SaveNeeds & StillThereNeeds

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
