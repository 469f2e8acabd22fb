import { t } from 'i18next'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import type { Conversation } from '../../../shared/inbox/inbox-item.ts'
import { studio } from '../../bridge/studio-client.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { showFailure } from '../../components/show-failure.ts'
import type { Formats } from '../../language/formats.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import { returnTime } from './return-time.ts'

export type StateChange = RequestInput<'inbox.setState'>['change']

export interface ChangeStateInput {
  readonly workspaceId: string
  readonly timeZone: string
  readonly formats: Formats
  readonly conversation: Conversation
  readonly change: StateChange
}

/** Moves a conversation to done, snoozed or open at once, says so, and offers the way back. */
export async function changeState({ workspaceId, timeZone, formats, conversation, change }: ChangeStateInput): Promise<void> {
  const conversationIds = [conversation.id]
  const answer = await studio.request('inbox.setState', { workspaceId, conversationIds, change })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  rememberUndo({
    workspaceId,
    label: wordsFor(change, formats, timeZone),
    async undo() {
      const undone = await studio.request('inbox.setState', { workspaceId, conversationIds, change: stateBefore(conversation) })
      return undone.ok ? null : undone.error
    }
  })
}

function wordsFor(change: StateChange, formats: Formats, timeZone: string): string {
  switch (change.state) {
    case 'done':
      return t('inbox:markedDone')
    case 'open':
      return t('inbox:reopened')
    case 'snoozed':
      return t('inbox:markedSnoozed', returnTime(formats, change.until, currentInstant(), timeZone))
  }
}

function stateBefore({ state, snoozedUntil }: Conversation): StateChange {
  return state === 'snoozed' && snoozedUntil !== null ? { state, until: snoozedUntil } : { state: state === 'done' ? 'done' : 'open' }
}
