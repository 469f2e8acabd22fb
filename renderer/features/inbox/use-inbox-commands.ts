import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../shared/inbox/inbox-item.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useFormats } from '../../language/use-formats.ts'
import { useCommands } from '../../shell/command-registry.ts'
import { changeState, type StateChange } from './change-state.ts'

export interface InboxCommandsInput {
  readonly workspaceId: string
  readonly timeZone: string
  readonly conversations: readonly Conversation[]
  readonly selectedId: string | null
  /** When every conversation is listed, a settled one stays under the cursor; else the next one takes its place. */
  readonly keepsSettled: boolean
  readonly onSelect: (conversationId: string) => void
  readonly onSearch: () => void
}

export interface InboxMoves {
  readonly change: (conversation: Conversation, change: StateChange) => void
  /** It has left the list, or is about to: the next one takes its place. */
  readonly goOn: (conversation: Conversation) => void
}

/** The inbox by keyboard: J and K move, E settles, U marks as unread, slash searches. Gives what settling and snoozing do, for the buttons, and going on from what has been settled. */
export function useInboxCommands({ workspaceId, timeZone, conversations, selectedId, keepsSettled, onSelect, onSearch }: InboxCommandsInput): InboxMoves {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const selectedIndex = conversations.findIndex((conversation) => conversation.id === selectedId)
  const selected = conversations[selectedIndex]

  function step(by: 1 | -1): void {
    const next = conversations[Math.max(0, Math.min(conversations.length - 1, selectedIndex + by))]
    if (next) onSelect(next.id)
  }

  function goOn(conversation: Conversation): void {
    const place = conversations.findIndex(({ id }) => id === conversation.id)
    const after = place < 0 ? undefined : (conversations[place + 1] ?? conversations[place - 1])
    if (!keepsSettled && after) onSelect(after.id)
  }

  /** What is settled or put off leaves the list. */
  function change(conversation: Conversation, to: StateChange): void {
    // First on to the next: there the user is when the key is to take it back.
    goOn(conversation)
    void changeState({ workspaceId, timeZone, formats, conversation, change: to })
  }

  function settle(): void {
    if (selected) change(selected, { state: selected.state === 'done' ? 'open' : 'done' })
  }

  function markUnread(): void {
    if (selected) void studio.request('inbox.markRead', { workspaceId, conversationId: selected.id, read: false })
  }

  useCommands({ name: 'inbox', title: t('title') }, [
    { id: 'inbox.next', title: t('next'), shortcut: 'j', isHiddenFromPalette: true, run: () => step(1) },
    { id: 'inbox.previous', title: t('previous'), shortcut: 'k', isHiddenFromPalette: true, run: () => step(-1) },
    { id: 'inbox.down', title: t('next'), shortcut: 'arrowdown', isHiddenFromPalette: true, run: () => step(1) },
    { id: 'inbox.up', title: t('previous'), shortcut: 'arrowup', isHiddenFromPalette: true, run: () => step(-1) },
    { id: 'inbox.done', title: t('markDone'), shortcut: 'e', disabled: !selected, run: settle },
    { id: 'inbox.unread', title: t('markUnread'), shortcut: 'u', disabled: !selected, run: markUnread },
    { id: 'inbox.search', title: t('focusSearch'), shortcut: '/', run: onSearch },
    { id: 'inbox.refresh', title: t('refresh'), run: () => void studio.request('inbox.refresh', { workspaceId }) }
  ])
  return { change, goOn }
}
