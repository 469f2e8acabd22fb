import { t } from 'i18next'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { rememberUndo } from '../../../shell/undo-store.ts'
import type { ComposerStore } from '../composer-store.ts'

export interface VersionToRestore {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly postId: string
  readonly versionId: string
  /** Its time, in words. */
  readonly when: string
}

/** Saves what is in hand, puts the version in its place, and offers the way back: what was in hand is a version by then. */
export async function restoreVersion({ workspaceId, store, postId, versionId, when }: VersionToRestore): Promise<StudioError | null> {
  let keptVersionId: string | null = null
  const restore = (id: string): Promise<StudioError | null> =>
    store.afterSaved(async (revision) => {
      const answer = await studio.request('posts.restoreVersion', { workspaceId, postId, revision, versionId: id })
      if (answer.ok) keptVersionId = answer.value.keptVersionId
      return answer
    })
  const error = await restore(versionId)
  const before: string | null = keptVersionId
  if (error !== null || before === null) return error
  rememberUndo({ workspaceId, label: t('versions:restored', { when }), will: t('versions:undo', { when }), undone: t('versions:undone'), undo: () => restore(before) })
  return null
}
