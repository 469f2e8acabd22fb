import { t } from 'i18next'
import type { FeedItem } from '../../../shared/watch/feed.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { navigate } from '../../shell/route-store.ts'
import { routeTo } from '../../shell/route.ts'

/** Puts an item of the watch onto the board, with its source. */
export async function keepAsIdea(workspaceId: string, item: FeedItem): Promise<void> {
  const title = item.title.trim().slice(0, 200)
  const source = { kind: 'watch', feedItemId: item.id, url: (item.url ?? '').slice(0, 2048), title: item.title.slice(0, 500) } as const
  const answer = await studio.request('ideas.save', { workspaceId, idea: { id: newId(), stage: 'idea', title: title === '' ? t('ideas:title') : title, note: '', source, postId: null } })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  showToast({ kind: 'success', title: t('ideas:kept', { title }), workspaceId, action: { label: t('ideas:title'), onAction: () => navigate(routeTo('ideas', workspaceId)) } })
}
