import { draftAfterReturn } from '../../../shared/inbox/draft-after-return.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { Clock } from '../time/clock.ts'
import type { AnswerPeople } from './answer-people.ts'
import type { ChangeConversations } from './change-conversations.ts'
import type { Conversations } from './conversations.ts'
import type { InboxPoller } from './inbox-poller.ts'
import type { ReadPaidMessages } from './read-paid-messages.ts'
import type { ReplyDrafts } from './reply-drafts.ts'
import type { SnoozeAlarm } from './snooze-alarm.ts'

export interface InboxHandlersNeeds {
  readonly clock: Clock
  readonly conversations: Conversations
  readonly drafts: ReplyDrafts
  readonly change: ChangeConversations
  readonly alarm: SnoozeAlarm
  readonly poller: InboxPoller
  readonly paidMessages: Pick<ReadPaidMessages, 'looks' | 'look'>
  readonly answer: AnswerPeople
  page(input: ParsedInput<'inbox.page'>): RequestOutput<'inbox.page'>
  search(text: string, limit: number): RequestOutput<'inbox.search'>
  read(conversationId: string): Result<RequestOutput<'inbox.read'>>
  /** After a commit. */
  announceChange(conversationIds: readonly string[]): void
}

export function createInboxHandlers(needs: InboxHandlersNeeds): RequestHandlers {
  const { clock, poller, alarm } = needs
  return {
    'inbox.page'(input) {
      poller.noteAttention()
      return succeed(needs.page(input))
    },
    'inbox.search': ({ text, limit }) => succeed(needs.search(text, limit)),
    'inbox.read'({ conversationId }) {
      poller.noteAttention()
      return needs.read(conversationId)
    },
    'inbox.freshness'() {
      return succeed(poller.freshness())
    },
    async 'inbox.refresh'() {
      poller.noteAttention()
      await poller.refresh()
      return succeed({})
    },
    'inbox.messageLooks': () => succeed({ looks: needs.paidMessages.looks() }),
    'inbox.readMessages': ({ accountId }) => needs.paidMessages.look(accountId),
    'inbox.saveReplyDraft'({ conversationId, text, known }) {
      const before = needs.conversations.find(conversationId)
      if (before === null) return fail(notHere(conversationId))
      const withReturned = known === undefined ? null : draftAfterReturn(needs.drafts.read(conversationId), text, known)
      needs.drafts.save(conversationId, withReturned ?? text, clock.now())
      // The list shows whether there is one, not its letters; the field does not know yet what was given back.
      if (withReturned !== null || needs.conversations.find(conversationId)?.has_draft !== before.has_draft) needs.announceChange([conversationId])
      return succeed({})
    },
    'inbox.reply'(input) {
      const replied = needs.answer.reply(input)
      if (!replied.ok) return replied
      // It may have been snoozed.
      if (input.thenDone === true) alarm.check()
      if (replied.value.isNew || input.thenDone === true) needs.announceChange([input.conversationId])
      return succeed(replied.value.job)
    },
    'inbox.like'({ itemId, liked }) {
      const result = needs.answer.like(itemId, liked)
      if (!result.ok) return result
      needs.announceChange([result.value.conversationId])
      return succeed({})
    },
    'inbox.act'({ itemId, act, report, minutes }) {
      const result = needs.answer.act(itemId, act, { report, minutes })
      if (result.ok && result.value.conversationId !== null) needs.announceChange([result.value.conversationId])
      return result
    },
    'inbox.setState'({ conversationIds, change }) {
      const changed = needs.change.setState(conversationIds, change, clock.now())
      if (changed.length === 0) return fail(notHere(conversationIds.join(', ')))
      alarm.check()
      needs.announceChange(changed)
      return succeed({})
    },
    'inbox.markRead'({ conversationId, read }) {
      if (!needs.change.markRead(conversationId, read)) return fail(notHere(conversationId))
      needs.announceChange([conversationId])
      return succeed({})
    }
  }
}

function notHere(what: string) {
  return studioError('not_found', `no conversation ${what}`)
}
