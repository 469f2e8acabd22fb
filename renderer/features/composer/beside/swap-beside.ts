import { t } from 'i18next'
import { studio } from '../../../bridge/studio-client.ts'
import { newId } from '../../../bridge/system-random.ts'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { navigate } from '../../../shell/route-store.ts'
import type { ComposerStore } from '../composer-store.ts'
import { closeBeside, setBeside, type Beside } from './beside-store.ts'

/**
 * What is at the side is written in from here on, and what was written in stands at the side. Not before the words in hand are stored: what cannot be saved stays
 * where it is, with what is at its side. One that was never written in is not kept; an idea becomes the draft that it has, or gets.
 */
export async function swapBeside(store: ComposerStore, workspaceId: string, postId: string, shown: Beside): Promise<void> {
  await store.flush()
  const now = store.state.getState()
  if (now.kind !== 'ready' || now.isSettling) return
  const { save, overtaken, revision } = now.post
  if (overtaken !== null) return void showToast({ kind: 'warning', title: t('settleFirst', { ns: 'beside' }) })
  if (save.kind === 'failed') return showFailure(save.error, workspaceId)
  const opened = shown.kind === 'post' ? shown.id : await draftOf(workspaceId, shown.id)
  if (opened === null) return
  if (revision > 0) setBeside(workspaceId, opened, { kind: 'post', id: postId })
  else closeBeside()
  navigate({ screen: 'compose', workspaceId, postId: opened, at: null })
}

async function draftOf(workspaceId: string, ideaId: string): Promise<string | null> {
  const answer = await studio.request('ideas.openDraft', { workspaceId, ideaId, newPostId: newId() })
  if (answer.ok) return answer.value.postId
  showFailure(answer.error, workspaceId)
  return null
}
