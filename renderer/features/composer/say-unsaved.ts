import { t } from 'i18next'
import { showToast } from '../../components/toaster.ts'
import { navigate } from '../../shell/route-store.ts'
import type { ComposerStore } from './composer-store.ts'
import { wordsOf } from './words-of.ts'

/** Says of a post that was left that its words are not stored, with the way back to them, until somebody is there or they are stored after all. */
export function sayUnsaved({ state }: Pick<ComposerStore, 'state'>, { workspaceId, postId }: { readonly workspaceId: string; readonly postId: string }): { readonly isBack: () => void } {
  const now = state.getState()
  const close = showToast({
    kind: 'danger',
    title: t('composer:save.left'),
    detail: t('composer:save.leftDetail', { words: now.kind === 'ready' ? wordsOf(now.post.content) : '' }),
    action: { label: t('composer:save.back'), onAction: () => navigate({ screen: 'compose', workspaceId, postId, at: null }) },
    workspaceId,
    duration: 0
  })
  return { isBack: close }
}
