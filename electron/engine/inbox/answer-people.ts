import type Database from 'better-sqlite3'
import type { Account } from '../../../shared/accounts/account.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput } from '../../../shared/contract/request-map.ts'
import { isAboutAuthor, matterOfAct, type Act } from '../../../shared/networks/acts.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import { lengthsOf } from '../../../shared/networks/lengths-of.ts'
import { offerOf, takesReplies } from '../../../shared/networks/offer-of.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import type { Report } from '../../../shared/inbox/report.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { countReply } from '../../../shared/inbox/count-reply.ts'
import { countReviewReply } from '../../../shared/inbox/count-review-reply.ts'
import { excerptOf } from '../../../shared/posts/excerpt.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { JobIntent, OutboxService } from '../outbox/outbox-service.ts'
import type { Random } from '../random.ts'
import type { Clock } from '../time/clock.ts'
import type { ActsInForce } from './acts-in-force.ts'
import type { ChangeConversations } from './change-conversations.ts'
import type { Conversations } from './conversations.ts'
import type { InboxItems } from './inbox-items.ts'
import type { ConversationRow, ItemRow } from './inbox-rows.ts'
import { isBlockOfMessages, mayBlockMessages } from './may-block-messages.ts'
import { objectionToPrivate, type PrivateReplies } from './private-replies.ts'
import type { ReplyDrafts } from './reply-drafts.ts'
import type { ReviewItems } from './review-items.ts'
import { reviewReplySeen } from './review-reply-seen.ts'

export interface AnswerPeople {
  /**
   * Records the reply for the outbox and clears the draft, in one transaction. The same `replyId` again gives the job that is there; with other words,
   * or for another conversation, it fails with `conflict`, since those would not go out.
   */
  reply(input: Omit<ParsedInput<'inbox.reply'>, 'workspaceId'>): Result<{ job: Job; isNew: boolean }>
  /** Shows at once, goes by the outbox. Gives the conversation. */
  like(itemId: string, liked: boolean): Result<{ conversationId: string }>
  /** Goes by the outbox; only what the network offers, and deleting only what is ours. */
  act(itemId: string, act: Act, more?: MoreOfAct): Result<Job>
}

/** What a person says beside the act: why they report, how long somebody is kept from writing. */
export interface MoreOfAct {
  readonly report?: Report | undefined
  readonly minutes?: number | null | undefined
}

export interface AnswerPeopleNeeds {
  readonly database: Database.Database
  readonly clock: Clock
  readonly random: Random
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor'>
  readonly outbox: Pick<OutboxService, 'enqueue' | 'read' | 'textOf' | 'wake' | 'openJobsOfConversation'>
  readonly conversations: Conversations
  readonly items: InboxItems
  readonly reviews: Pick<ReviewItems, 'replyOf'>
  readonly drafts: ReplyDrafts
  readonly change: ChangeConversations
  readonly actsInForce: Pick<ActsInForce, 'placeOf'>
  readonly privateReplies: PrivateReplies
}

export function createAnswerPeople(needs: AnswerPeopleNeeds): AnswerPeople {
  const { database, clock, random, accounts, outbox, conversations, items, drafts, change } = needs

  function usableAccount(accountId: string): Result<Account> {
    const account = accounts.read(accountId)
    return account === null ? fail(studioError('not_found', `account ${accountId} is not connected any more`)) : succeed(account)
  }

  function payloadOf(conversation: ConversationRow, target: ItemRow, text: string, inPrivate: boolean): JobIntent['payload'] {
    return {
      effect: 'create',
      title: '',
      text,
      document: textToDocument(text),
      media: [],
      replyTo: { remoteId: target.remote_id, rootRemoteId: conversation.remote_id, authorHandle: target.author_handle, ...(inPrivate ? { inPrivate } : {}), ...reviewReplySeen(needs, conversation) },
      audience: inPrivate || conversation.kind === 'message' ? 'message' : 'public'
    }
  }

  function objectionTo(account: Account, conversation: ConversationRow, target: ItemRow, text: string, inPrivate: boolean): Result<null> {
    const { capabilities } = accounts.adapterFor(account.networkId)
    const objection = inPrivate ? objectionToPrivate(needs.privateReplies.of(capabilities, conversation, target), capabilities.name, clock.now()) : null
    if (objection !== null) return fail(objection)
    const until = replyUntil(capabilities, conversation, items.newestByOthers(conversation.id))
    if (until !== null && until < clock.now()) return fail(studioError('rejected', 'the other person wrote too long ago', { details: { network: capabilities.name, reason: 'window_closed' } }))
    if (!takesReplies(conversation.kind, capabilities)) return fail(studioError('invalid_input', `${account.networkId} takes no replies`))
    const { isTooLong, max, count } = conversation.kind === 'review' ? countReviewReply(text, capabilities) : countReply(text, account, inPrivate || conversation.kind === 'message')
    if (isTooLong) return fail(studioError('post_has_problems', 'the reply is too long', { details: { count, max: max ?? 0 } }))
    return succeed(null)
  }

  function findTarget(conversation: ConversationRow, itemId: string | null): ItemRow | null {
    // What the owner answers to a review is changed by answering the review.
    if (itemId === null || conversation.kind === 'review') return items.newestByOthers(conversation.id) ?? items.ofConversation(conversation.id, 1)[0] ?? null
    const item = items.find(itemId)
    return item?.conversation_id === conversation.id ? item : null
  }

  /** Pressed again, perhaps since the engine ended before it could answer. */
  function repeated(job: Job, { conversationId, text, thenDone }: { readonly conversationId: string; readonly text: string; readonly thenDone: boolean }): Result<{ job: Job; isNew: boolean }> {
    if (job.conversationId !== conversationId || outbox.textOf(job.id) !== text) return fail(studioError('conflict', 'another reply has this id', { details: { what: 'reply' } }))
    database.transaction(() => {
      if (drafts.read(conversationId).trim() === text) drafts.save(conversationId, '', clock.now())
      if (thenDone && isGoingOut(job)) change.setState([conversationId], { state: 'done' }, clock.now())
    }).immediate()
    return succeed({ job, isNew: false })
  }

  return {
    reply({ conversationId, replyId, itemId, text, thenDone = false, inPrivate = false }) {
      const known = outbox.read(replyId)
      if (known !== null) return repeated(known, { conversationId, text, thenDone })
      const conversation = conversations.find(conversationId)
      const target = conversation === null ? null : findTarget(conversation, itemId)
      if (conversation === null || target === null) return fail(studioError('not_found', 'the conversation or the item to answer is not here'))
      const account = usableAccount(conversation.account_id)
      if (!account.ok) return account
      const objection = objectionTo(account.value, conversation, target, text, inPrivate)
      if (!objection.ok) return objection
      const job = database.transaction(() => {
        drafts.save(conversationId, '', clock.now())
        change.markRead(conversationId, true)
        if (thenDone) change.setState([conversationId], { state: 'done' }, clock.now())
        return outbox.enqueue({
          id: replyId, kind: 'reply', accountId: conversation.account_id, postId: null, conversationId, itemId: target.id,
          payload: payloadOf(conversation, target, text, inPrivate), excerpt: excerptOf('', text), dueAt: clock.now(), isPlanned: false
        })
      }).immediate()
      outbox.wake([job.id])
      return succeed({ job, isNew: true })
    },

    like(itemId, liked) {
      const item = items.find(itemId)
      if (item === null) return fail(studioError('not_found', `no item ${itemId}`))
      const account = usableAccount(item.account_id)
      if (!account.ok) return account
      if (!canLike(accounts, account.value) || conversations.find(item.conversation_id)?.kind === 'review') return fail(studioError('invalid_input', `${account.value.networkId} has no likes`))
      if ((item.is_liked === 1) === liked) return succeed({ conversationId: item.conversation_id })
      const job = database.transaction(() => {
        // First the job: it may take back an earlier one, which sets the heart as it was before.
        const enqueued = outbox.enqueue({
          id: random.id(), kind: liked ? 'like' : 'unlike', accountId: item.account_id, postId: null, conversationId: item.conversation_id, itemId,
          payload: { effect: 'set_liked', remoteId: item.remote_id, liked }, excerpt: excerptOf('', item.text), dueAt: clock.now(), isPlanned: false
        })
        items.setLiked(itemId, liked)
        return enqueued
      }).immediate()
      outbox.wake([job.id])
      return succeed({ conversationId: item.conversation_id })
    },

    act(itemId, act, more = {}) {
      const item = items.find(itemId)
      if (item === null) return fail(studioError('not_found', `no item ${itemId}`))
      const account = usableAccount(item.account_id)
      if (!account.ok) return account
      const { capabilities } = accounts.adapterFor(account.value.networkId)
      const place = conversations.find(item.conversation_id) ?? { kind: 'comment' as const, remote_id: '' }
      const isOffered = offerOf(act, place.kind, capabilities) === 'yes' && (item.is_own === 1) === (act === 'delete') && mayModerate(act, item, account.value, capabilities) && mayBlockMessages(act, place, account.value, accounts)
      if (!isOffered) return fail(studioError('invalid_input', `${account.value.networkId} does not offer ${act} for this`))
      const job = database.transaction(() =>
        outbox.enqueue({
          id: random.id(), kind: act, accountId: item.account_id, postId: null, conversationId: item.conversation_id, itemId: needs.actsInForce.placeOf(item, act),
          payload: { effect: 'act', act, remoteId: item.remote_id, ...moreOf(act, more, capabilities), ...(isBlockOfMessages(act, place, capabilities) ? { conversationRemoteId: place.remote_id } : {}) }, excerpt: excerptOf('', item.text), dueAt: clock.now(), isPlanned: false
        })
      ).immediate()
      outbox.wake([job.id])
      return succeed(job)
    }
  }
}

type ModerationRules = Pick<NetworkCapabilities, 'hideIsForModerators' | 'lock' | 'authorActsAreForStaff' | 'moderatedAuthors'>

/** Where only moderators hide, of what is closed to answers, of what quotes us, and where authors are for staff or moderators: what the network said of this message or of the account, and what the login may. */
export function mayModerate(act: Act, { may_hide: may, lock_place: place, keep_out_place: outOf, quoted_remote_id: quoted }: Pick<ItemRow, 'may_hide' | 'lock_place' | 'keep_out_place' | 'quoted_remote_id'>, { lacksRights = [], serverLimits }: Pick<Account, 'lacksRights' | 'serverLimits'>, rules: ModerationRules): boolean {
  const { hideIsForModerators, lock } = rules
  const has = (rule: { readonly right?: string } | undefined): boolean => rule?.right === undefined || !lacksRights.includes(rule.right)
  if (matterOfAct(act) === 'lock') return place !== null && has(lock)
  if (matterOfAct(act) === 'detach') return quoted !== null
  if (isAboutAuthor(act)) return isForModerators(act, rules) ? outOf !== null && has(rules.moderatedAuthors) : isForUs(rules, serverLimits)
  if ((act !== 'hide' && act !== 'unhide') || hideIsForModerators === undefined) return true
  return may === 1 && has(hideIsForModerators)
}

function isForUs({ authorActsAreForStaff }: Pick<ModerationRules, 'authorActsAreForStaff'>, { isStaff }: Account['serverLimits']): boolean {
  return authorActsAreForStaff !== true || isStaff === true
}

function isForModerators(act: Act, { moderatedAuthors }: Pick<ModerationRules, 'moderatedAuthors'>): boolean {
  return moderatedAuthors?.acts.includes(act) === true
}

/** What the network takes beside the act itself. A length that it does not know is its first one. */
function moreOf(act: Act, { report, minutes }: MoreOfAct, capabilities: Pick<NetworkCapabilities, 'reportTakesReason' | 'silence' | 'moderatedAuthors'>): MoreOfAct {
  if (act === 'report' && report !== undefined && capabilities.reportTakesReason === true) return { report }
  if (act === 'mute' && capabilities.moderatedAuthors !== undefined) return { minutes: capabilities.moderatedAuthors.muteLasts.value }
  const known = lengthsOf(act, capabilities)
  if (known === null) return {}
  return { minutes: minutes !== undefined && known.includes(minutes) ? minutes : known[0] }
}

/** As a reply that settles its conversation leaves it: one that asks, failed or was taken back keeps it open. */
const goingOut: ReadonlySet<Job['state']> = new Set<Job['state']>(['queued', 'waiting_for_network', 'sending', 'pending_at_network', 'published'])
const isGoingOut = ({ state }: Job): boolean => goingOut.has(state)

/** Until when the last word of others may be answered in private, ms since the epoch; null: at any time. Nobody wrote yet: never. */
export function replyUntil(network: NetworkCapabilities | null, { kind }: Pick<ConversationRow, 'kind'>, newest: Pick<ItemRow, 'created_at'> | null): number | null {
  return kind !== 'message' || network?.messageWindow === undefined ? null : (newest?.created_at ?? 0) + network.messageWindow.value
}

export function canLike(accounts: Pick<AccountsService, 'adapterFor'>, account: Account): boolean {
  const adapter = accounts.adapterFor(account.networkId)
  return adapter.capabilities.canLike && adapter.publisher.setLiked !== undefined
}
