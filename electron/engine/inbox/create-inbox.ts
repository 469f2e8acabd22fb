import type { PostSummary } from '../../../shared/posts/post.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { PaidReadings } from '../costs/paid-readings.ts'
import type { Connectivity } from '../http/connectivity.ts'
import type { ReactionsService } from '../figures/reactions-service.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'
import type { RateLimits } from '../limits/rate-limits-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createAccountCursors } from './account-cursors.ts'
import { createActsInForce } from './acts-in-force.ts'
import { createAnnounceMessages } from './announce-messages.ts'
import { createAnswerPeople } from './answer-people.ts'
import { createChangeConversations } from './change-conversations.ts'
import { createConversationSums } from './conversation-sums.ts'
import { createConversations } from './conversations.ts'
import { createFetchAccount } from './fetch-account.ts'
import { createInboxHandlers } from './inbox-handlers.ts'
import { createLookAtReviews } from './look-at-reviews.ts'
import { createInboxItems } from './inbox-items.ts'
import { createInboxPoller } from './inbox-poller.ts'
import { createMessageLooks } from './message-looks.ts'
import { createPageConversations } from './page-conversations.ts'
import { createReadPaidMessages } from './read-paid-messages.ts'
import { createPrivateReplies } from './private-replies.ts'
import { createReadConversation } from './read-conversation.ts'
import { createReviewItems } from './review-items.ts'
import { createReplyDrafts } from './reply-drafts.ts'
import { createRightsThere } from './mask-by-rights.ts'
import { createSearchInbox } from './search-inbox.ts'
import { createSettleAnswers } from './settle-answers.ts'
import { createSnoozeAlarm } from './snooze-alarm.ts'
import { createStoreItems, type Stored } from './store-items.ts'

export interface InboxNeeds {
  readonly accounts: Pick<AccountsService, 'list' | 'read' | 'adapterFor' | 'withSession' | 'onChange'>
  readonly outbox: Pick<OutboxService, 'enqueue' | 'read' | 'textOf' | 'wake' | 'openJobsOfConversation' | 'repliesUnderWay' | 'isOurOutcome' | 'countUntil' | 'postIdOfRemote' | 'onSettled'>
  readonly limits: Pick<RateLimits, 'pollAt'>
  readonly readings: PaidReadings
  readonly connectivity: Pick<Connectivity, 'canReach' | 'onChange'>
  readonly reactions: Pick<ReactionsService, 'note' | 'announce'>
  /** null when the post is not here any more. */
  postSummary(postId: string): PostSummary | null
  /** Between two looks, in ms, instead of minutes; for tests that run in real time. */
  readonly pollEveryMs?: number | undefined
}

/** What will leave within this time counts when it is asked how much of a budget must stay for it. */
const soonMs = 5 * 60_000

/** Comments, mentions and messages of all accounts of a workspace: fetched, kept, shown, answered. */
export function createInbox(context: WorkspaceContext, needs: InboxNeeds): Feature {
  const { database, clock, random, log } = context
  const { accounts, outbox, connectivity } = needs
  const workspaceId = context.workspace().id

  const items = createInboxItems(database)
  const reviews = createReviewItems(database)
  const conversations = createConversations(database)
  const sums = createConversationSums(database)
  const cursors = createAccountCursors(database)
  const drafts = createReplyDrafts(database)
  const change = createChangeConversations({ database, conversations, sums })

  function announceChange(ids: readonly string[]): void {
    context.emit('inbox.changed', { workspaceId, ids: ids.length > 100 ? [] : [...ids] })
    context.emit('counts.changed', {})
  }

  const storeItems = createStoreItems({ database, random, items, reviews, conversations, sums })
  const alerts = createAnnounceMessages({ clock, raise: (alert) => context.emit('alert.raised', { workspaceId, ...alert }) })
  const alarm = createSnoozeAlarm({ clock, conversations, onWoken: announceChange })
  function announceStored({ conversationIds, arrived }: Stored, isFirstLook: boolean): void {
    if (conversationIds.length > 0) announceChange(conversationIds)
    if (!isFirstLook) alerts.add(arrived)
  }
  const poller = createInboxPoller({
    clock, random, log, accounts, connectivity, cursors,
    everyMs: needs.pollEveryMs,
    onFreshness: () => context.emit('inbox.freshnessChanged', { workspaceId }),
    fetchAccount: createFetchAccount({
      database,
      reactions: needs.reactions,
      clock,
      accounts,
      cursors,
      mayFetchAt: (account) => needs.limits.pollAt(account, () => outbox.countUntil(account.id, clock.now() + soonMs)),
      storeItems,
      onStored: announceStored,
      lookAtReviews: createLookAtReviews({ database, clock, accounts, reviews, sums, storeItems, onStored: (stored) => announceStored(stored, false) })
    })
  })
  // Whoever asked for them sees them come: nothing else tells of them.
  const paidMessages = createReadPaidMessages({ database, clock, accounts, connectivity, storeItems, readings: needs.readings, messageLooks: createMessageLooks(database), onStored: ({ conversationIds }) => conversationIds.length > 0 && announceChange(conversationIds) })
  const actsInForce = createActsInForce(database, clock)
  const privateReplies = createPrivateReplies(database)
  const settleAnswer = createSettleAnswers({ clock, random, accounts, conversations, items, reviews, sums, drafts, change })
  const endSettling = outbox.onSettled((settled) => {
    const conversationIds = settleAnswer(settled)
    return conversationIds.length === 0 ? undefined : () => announceChange(conversationIds)
  })

  return {
    handlers: createInboxHandlers({
      clock, conversations, drafts, change, alarm, poller, paidMessages,
      page: createPageConversations(database),
      search: createSearchInbox(database, actsInForce, createRightsThere(accounts)),
      read: createReadConversation({ accounts, outbox, postSummary: needs.postSummary, conversations, items, reviews, drafts, actsInForce, privateReplies }),
      answer: createAnswerPeople({ database, clock, random, accounts, outbox, conversations, items, reviews, drafts, change, actsInForce, privateReplies }),
      announceChange
    }),
    counts: () => ({ unreadInbox: conversations.unreadCount() }),
    systemResumed() {
      alarm.check()
      poller.resume()
    },
    startBackgroundWork() {
      alarm.check()
      poller.start()
    },
    async stop() {
      endSettling()
      alarm.stop()
      alerts.stop()
      await Promise.all([poller.stop(), paidMessages.stop()])
    }
  }
}
