import type { AccountsService } from '../accounts/accounts-service.ts'
import type { IncomingItem } from '../networks/network-incoming.ts'
import type { SettledJob } from '../outbox/outbox-service.ts'
import type { Random } from '../random.ts'
import type { Clock } from '../time/clock.ts'
import type { ChangeConversations } from './change-conversations.ts'
import type { ConversationSums } from './conversation-sums.ts'
import type { Conversations } from './conversations.ts'
import type { InboxItems } from './inbox-items.ts'
import type { ConversationRow } from './inbox-rows.ts'
import type { ReplyDrafts } from './reply-drafts.ts'
import type { ReviewItems } from './review-items.ts'

type CreatePayload = Extract<NonNullable<SettledJob['payload']>, { effect: 'create' }>

export interface SettleAnswersNeeds {
  readonly clock: Clock
  readonly random: Random
  readonly accounts: Pick<AccountsService, 'read'>
  readonly conversations: Conversations
  readonly items: InboxItems
  readonly reviews: Pick<ReviewItems, 'bring' | 'setGone' | 'lookSoon'>
  readonly sums: ConversationSums
  readonly drafts: ReplyDrafts
  readonly change: Pick<ChangeConversations, 'setState'>
}

/**
 * What becomes of the inbox when a reply or like of ours comes to rest; runs in the outbox's transaction. Gives the conversations that
 * changed. A reply that is out joins the thread; when the next fetch brings it too, it is the same item by its identifier on the
 * network. One that was given up goes back into the answer field. While one has not gone out the person still waits, so a conversation that was done
 * is open again. A like that did not go out is taken back. Who was blocked
 * is answered no more: where nobody else speaks, the conversation is done.
 */
export function createSettleAnswers(needs: SettleAnswersNeeds): (settled: SettledJob) => readonly string[] {
  const { clock, random, accounts, conversations, items, reviews, sums, drafts, change } = needs

  function joinThread({ job, payload, remoteId }: SettledJob, conversation: ConversationRow): void {
    if (payload?.effect !== 'create' || remoteId === null) return
    const before = items.findRemote(job.accountId, remoteId)
    if (before !== null && conversation.kind !== 'review') return
    const item = asItem(job, { ...payload, remoteId }, conversation)
    if (before === null) items.insert({ id: random.id(), conversationId: conversation.id, accountId: job.accountId, createdAt: item.createdAt, isRead: true, item })
    // A review has one answer: what is out stands in the place of what stood there.
    else reviews.bring(before, item, clock.now())
    sums.markAnsweredAsRead(conversation.id)
    sums.refresh(conversation.id)
  }

  function asItem(job: SettledJob['job'], { remoteId, replyTo, text }: Pick<CreatePayload, 'replyTo' | 'text'> & { readonly remoteId: string }, conversation: ConversationRow): IncomingItem {
    const account = accounts.read(job.accountId)
    // Never before what it answers, even when this computer's clock runs behind the network's.
    const createdAt = Math.max(job.finishedAt ?? clock.now(), conversation.last_at)
    return {
      remoteId,
      conversationRemoteId: conversation.remote_id,
      kind: conversation.kind,
      parentRemoteId: replyTo?.remoteId ?? null,
      ourPostRemoteId: conversation.our_post_remote_id,
      authorName: account?.displayName ?? '',
      authorHandle: account?.handle ?? '',
      isOwn: true,
      text,
      url: job.remoteUrl,
      createdAt,
      attachmentCount: 0,
      isLiked: false,
      isHeld: false
    }
  }

  /** It stands among the messages, where the next look finds it; the comment is answered, unless more was said since. */
  function endInPrivate({ payload }: SettledJob, { id }: ConversationRow): void {
    const answered = payload?.effect === 'create' ? payload.replyTo?.remoteId : undefined
    if (items.newestByOthers(id)?.remote_id === answered) change.setState([id], { state: 'done' }, clock.now())
  }

  function giveBack({ payload }: SettledJob, conversation: ConversationRow): void {
    if (payload?.effect !== 'create') return
    // Neither text is lost: what was begun meanwhile stays below.
    const begun = drafts.read(conversation.id)
    const isThere = begun === payload.text || begun.startsWith(`${payload.text}\n\n`)
    if (!isThere) drafts.save(conversation.id, [payload.text, begun].filter((text) => text !== '').join('\n\n'), clock.now())
  }

  function reopen({ id, state, kind }: ConversationRow): void {
    if (kind === 'review') reviews.lookSoon(id)
    if (state === 'done') sums.refresh(id, () => ({ state: 'open', snoozedUntil: null, handledUntil: 0 }))
  }

  /** A heart shows what is so on the network; so does a comment that others do not see. */
  function markItem({ kind, state }: SettledJob['job'], itemId: string): void {
    if (kind === 'like' || kind === 'unlike') items.setLiked(itemId, (kind === 'like') === (state === 'published'))
    if (state !== 'published') return
    const item = kind === 'lock' || kind === 'unlock' ? items.find(itemId) : null
    if (item !== null) items.setLocked(item, kind === 'lock')
    if (kind === 'hide' || kind === 'unhide') items.setHeld(itemId, kind === 'hide')
    if (kind === 'detach' || kind === 'undetach') items.setDetached(itemId, kind === 'detach')
  }

  /** What we answered to a review is gone there: it waits for an answer again. */
  function takeReplyAway({ job }: SettledJob, itemId: string, { id, kind }: ConversationRow): void {
    if (kind === 'review' && job.kind === 'delete' && job.state === 'published' && reviews.setGone(itemId, clock.now())) sums.refresh(id)
  }

  /** With whom nobody can talk any more. A block that is about private messages alone ends those, and nothing of what they say where all read it. */
  function endWithAuthor({ job, payload }: SettledJob, itemId: string | null): readonly string[] {
    const author = job.kind === 'block' && job.state === 'published' && itemId !== null ? items.find(itemId)?.author_handle : undefined
    // Nobody's name is no name: it says nothing of who else is meant.
    if (author === undefined || author === '') return []
    const isOfMessages = payload?.effect === 'act' && payload.conversationRemoteId !== undefined
    const open = conversations.openWithAuthor(job.accountId, author)
    return change.setState(isOfMessages ? open.filter((id) => id === job.conversationId) : open, { state: 'done' }, clock.now())
  }

  return (settled) => {
    const { job, itemId } = settled
    const conversation = job.conversationId === null ? null : conversations.find(job.conversationId)
    if (conversation === null) return []
    if (itemId !== null) markItem(job, itemId)
    if (itemId !== null) takeReplyAway(settled, itemId, conversation)
    if (job.kind === 'reply' && job.state === 'published') (isInPrivate(settled) ? endInPrivate : joinThread)(settled, conversation)
    if (job.kind === 'reply' && job.state === 'cancelled') giveBack(settled, conversation)
    if (job.kind === 'reply' && job.state !== 'published') reopen(conversation)
    return [...new Set([conversation.id, ...endWithAuthor(settled, itemId)])]
  }
}

function isInPrivate({ payload }: SettledJob): boolean {
  return payload?.effect === 'create' && payload.replyTo?.inPrivate === true
}
