import { t } from 'i18next'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import type { Conversation } from '../../../shared/inbox/inbox-item.ts'
import { studio } from '../../bridge/studio-client.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'

export type StateChange = RequestInput<'inbox.setState'>['change']

/** Moves a conversation to done, snoozed or open at once, and offers the way back. */
export async function changeState(workspaceId: string, conversation: Conversation, change: StateChange): Promise<void> {
  const conversationIds = [conversation.id]
  const answer = await studio.request('inbox.setState', { workspaceId, conversationIds, change })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  if (change.state === 'open') return
  showToast({
    workspaceId,
    title: change.state === 'done' ? t('markedDone', { ns: 'inbox' }) : t('snooze', { ns: 'inbox' }),
    action: {
      label: t('undo', { ns: 'inbox' }),
      onAction: () => void studio.request('inbox.setState', { workspaceId, conversationIds, change: stateBefore(conversation) })
    }
  })
}

function stateBefore({ state, snoozedUntil }: Conversation): StateChange {
  return state === 'snoozed' && snoozedUntil !== null ? { state, until: snoozedUntil } : { state: state === 'done' ? 'done' : 'open' }
}
