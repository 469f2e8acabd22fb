import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../shared/inbox/inbox-item.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useCommands } from '../../shell/command-registry.ts'
import { changeState } from './change-state.ts'

export interface InboxCommandsInput {
  readonly workspaceId: string
  readonly conversations: readonly Conversation[]
  readonly selectedId: string | null
  /** When every conversation is listed, a settled one stays under the cursor; else the next one takes its place. */
  readonly keepsSettled: boolean
  readonly onSelect: (conversationId: string) => void
  readonly onSearch: () => void
}

/** The inbox by keyboard: J and K move, E settles, U marks as unread, slash searches. */
export function useInboxCommands({ workspaceId, conversations, selectedId, keepsSettled, onSelect, onSearch }: InboxCommandsInput): void {
  const { t } = useTranslation('inbox')
  const selectedIndex = conversations.findIndex((conversation) => conversation.id === selectedId)
  const selected = conversations[selectedIndex]

  function step(by: 1 | -1): void {
    const next = conversations[Math.max(0, Math.min(conversations.length - 1, selectedIndex + by))]
    if (next) onSelect(next.id)
  }

  function settle(): void {
    if (!selected) return
    const after = conversations[selectedIndex + 1] ?? conversations[selectedIndex - 1]
    void changeState(workspaceId, selected, { state: selected.state === 'done' ? 'open' : 'done' })
    if (!keepsSettled && after) onSelect(after.id)
  }

  function markUnread(): void {
    if (selected) void studio.request('inbox.markRead', { workspaceId, conversationId: selected.id, read: false })
  }

  useCommands({ name: 'inbox', title: t('title') }, [
    { id: 'inbox.next', title: t('next'), shortcut: 'j', isHiddenFromPalette: true, run: () => step(1) },
    { id: 'inbox.previous', title: t('previous'), shortcut: 'k', isHiddenFromPalette: true, run: () => step(-1) },
    { id: 'inbox.down', title: t('next'), shortcut: 'down', isHiddenFromPalette: true, run: () => step(1) },
    { id: 'inbox.up', title: t('previous'), shortcut: 'up', isHiddenFromPalette: true, run: () => step(-1) },
    { id: 'inbox.done', title: t('done'), shortcut: 'e', disabled: !selected, run: settle },
    { id: 'inbox.unread', title: t('markUnread'), shortcut: 'u', disabled: !selected, run: markUnread },
    { id: 'inbox.search', title: t('focusSearch'), shortcut: '/', run: onSearch },
    { id: 'inbox.refresh', title: t('refresh'), run: () => void studio.request('inbox.refresh', { workspaceId }) }
  ])
}
