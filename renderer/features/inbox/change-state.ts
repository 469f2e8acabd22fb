import { t } from 'i18next'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import type { Conversation } from '../../../shared/inbox/inbox-item.ts'
import { studio } from '../../bridge/studio-client.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import { showFailure } from '../../components/show-failure.ts'
import type { Formats } from '../../language/formats.ts'
import { currentPlace } from '../../shell/route-store.ts'
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
  // Where the user is now, not where he may have gone when the engine answers.
  const place = currentPlace()
  const conversationIds = [conversation.id]
  const answer = await studio.request('inbox.setState', { workspaceId, conversationIds, change })
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  const person = conversation.authorName === '' ? conversation.authorHandle : conversation.authorName
  const before = stateBefore(conversation)
  rememberUndo({
    workspaceId,
    place,
    label: wordsFor(change, person, formats, timeZone),
    will: t(`inbox:undo.will.${before.state}`, { person }),
    undone: t(`inbox:undo.undone.${before.state}`, { person }),
    async undo() {
      const undone = await studio.request('inbox.setState', { workspaceId, conversationIds, change: before })
      return undone.ok ? null : undone.error
    }
  })
}

function wordsFor(change: StateChange, person: string, formats: Formats, timeZone: string): string {
  switch (change.state) {
    case 'done':
      return t('inbox:markedDone', { person })
    case 'open':
      return t('inbox:reopened', { person })
    case 'snoozed':
      return t('inbox:markedSnoozed', { person, ...returnTime(formats, change.until, currentInstant(), timeZone) })
  }
}

function stateBefore({ state, snoozedUntil }: Conversation): StateChange {
  return state === 'snoozed' && snoozedUntil !== null ? { state, until: snoozedUntil } : { state: state === 'done' ? 'done' : 'open' }
}
